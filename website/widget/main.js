import { element } from "../shared/dom.js";
import { languageOf } from "../shared/language.js";
import { untilItAnswers } from "../shared/retry.js";
import { loadWords } from "../shared/words.js";
import { Memory } from "./memory.js";
import { fetchStyles } from "./styles.js";
import { Widget } from "./widget.js";

const STYLES = ["shared/base.css", "widget/widget.css", "shared/tokens.css"];

/** @typedef {{gateway: string, language?: string, identityToken?: string, theme?: string}} Options */

/**
 * Put the widget into the page. A gateway that does not answer leaves the page as it is, until it answers.
 *
 * @param {Options} options
 */
export async function start({ gateway, language, identityToken, theme }) {
  const memory = new Memory(gateway);
  const chosen = languageOf(language) ?? languageOf(memory.language) ?? languageOfDocument();
  const host = element("div", { id: "askwell", "data-theme": theme });
  const root = host.attachShadow({ mode: "open" });
  const [words, styles] = await untilItAnswers(() =>
    Promise.all([loadWords(gateway, chosen), fetchStyles(gateway, STYLES)]),
  );
  const visit = { language: chosen, page: location.origin + location.pathname, identityToken };
  root.adoptedStyleSheets.push(...styles);
  await untilThereIsABody();
  document.body.append(host);
  const widget = new Widget({ root, gateway, words, visit, memory });
  if (language) return;
  followDocument(widget);
  if (!memory.language) widget.followTo(languageOfDocument()); // It may have changed while the words were on their way.
}

/** A script that loads asynchronously may run before the page has come so far. */
function untilThereIsABody() {
  if (document.body) return Promise.resolve();
  return new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
}

function languageOfDocument() {
  return languageOf(document.documentElement.lang) ?? languageOf(navigator.language) ?? "en";
}

/**
 * A shop whose page changes its language takes the widget along, until a conversation has a language of its own.
 *
 * @param {Widget} widget
 */
function followDocument(widget) {
  new MutationObserver(() => widget.followTo(languageOfDocument())).observe(document.documentElement, {
    attributeFilter: ["lang"],
  });
}
