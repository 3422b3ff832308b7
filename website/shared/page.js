import { find } from "./dom.js";
import { keepLanguage, languageOfPage, otherThan } from "./language.js";
import { untilItAnswers } from "./retry.js";
import { loadWords } from "./words.js";

/** @import { Words } from "./words.js" */

const SAID_AS = { "data-say": "textContent", "data-say-label": "ariaLabel", "data-say-placeholder": "placeholder" };

/**
 * Give a page its words, and the button `.switch-language` its work. A page names its words in `data-say` (an
 * element's text), `data-say-label` and `data-say-placeholder`; it is not seen before it has them.
 *
 * @param {(words: Words) => void} spoken called with the words at the start and after each change of language
 */
export async function speak(spoken) {
  let language = languageOfPage();
  const say = async () => {
    const words = await untilItAnswers(() => loadWords("", language));
    sayIn(document, words);
    document.documentElement.lang = language;
    spoken(words);
    document.body.classList.remove("is-wordless");
  };
  find(document, ".switch-language", HTMLButtonElement).addEventListener("click", () => {
    language = otherThan(language);
    keepLanguage(language);
    void say();
  });
  await say();
}

/**
 * Word everything within `root` that names its words.
 *
 * @param {ParentNode} root
 * @param {Words} words
 */
export function sayIn(root, words) {
  for (const [attribute, property] of Object.entries(SAID_AS)) {
    for (const element of root.querySelectorAll(`[${attribute}]`)) {
      Object.assign(element, { [property]: words.say(element.getAttribute(attribute) ?? "") });
    }
  }
  for (const element of root.querySelectorAll(".switch-language"))
    element.setAttribute("lang", otherThan(words.language));
}
