import { element } from "../shared/dom.js";
import { languageOf } from "../shared/language.js";
import { untilItAnswers } from "../shared/retry.js";
import { loadWords } from "../shared/words.js";
import { ChatApi } from "./chat_api.js";
import { Conversation } from "./conversation.js";
import { Memory } from "./memory.js";
import { adoptStyles } from "./styles.js";
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
  const [words] = await untilItAnswers(() =>
    Promise.all([
      loadWords(gateway, chosen),
      adoptStyles(
        root,
        STYLES.map((file) => `${gateway}/${file}`),
      ),
    ]),
  );
  const visit = { language: chosen, page: location.origin + location.pathname, identityToken };
  const conversation = new Conversation(new ChatApi(gateway), memory, visit);
  document.body.append(host);
  const widget = new Widget({ root, gateway, words, conversation, memory });
  if (!language) followDocument(widget);
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
