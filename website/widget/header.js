import { element, icon } from "../shared/dom.js";
import { otherThan } from "../shared/language.js";

/**
 * @import { Words } from "../shared/words.js"
 * @import { Progress } from "./chat_api.js"
 */

const CROSS = "M6 6l12 12M18 6L6 18";

/** The panel's title, how far the conversation has come, the other language, and the way out. */
export class Header {
  #title = element("h2", { id: "askwell-title", class: "title" });
  #subtitle = element("p", { class: "subtitle" });
  #language = element("button", { type: "button", class: "header-button language" });
  #close = element("button", { type: "button", class: "header-button" }, icon(CROSS));
  #filled = element("div", { class: "progress-filled" });
  #progressBar = element(
    "div",
    { class: "progress", role: "progressbar", "aria-valuemin": "0", hidden: true },
    this.#filled,
  );
  #words;
  /** @type {Progress} */
  #progress = null;

  /**
   * @param {Words} words
   * @param {() => void} close
   * @param {() => void} switchLanguage
   */
  constructor(words, close, switchLanguage) {
    this.#words = words;
    this.#language.addEventListener("click", switchLanguage);
    this.#close.addEventListener("click", close);
    const titles = element("div", { class: "titles" }, this.#title, this.#subtitle);
    this.element = element("div", { class: "header" }, titles, this.#language, this.#close, this.#progressBar);
    this.#draw();
  }

  /** @param {Words} words */
  set words(words) {
    this.#words = words;
    this.#draw();
  }

  /** @param {Progress} progress null while there is nothing to count */
  set progress(progress) {
    this.#progress = progress;
    this.#draw();
  }

  #draw() {
    const words = this.#words;
    this.#title.textContent = words.say("widget_title");
    this.#language.textContent = words.say("website_other_language");
    this.#language.lang = otherThan(words.language);
    this.#close.setAttribute("aria-label", words.say("widget_close"));
    this.#subtitle.textContent = this.#progress
      ? words.say("widget_progress", this.#progress)
      : words.say("website_shop_name");
    this.#drawBar();
  }

  #drawBar() {
    const { answered, total } = this.#progress ?? { answered: 0, total: 0 };
    this.#progressBar.hidden = total === 0;
    this.#progressBar.setAttribute("aria-label", this.#words.say("widget_progress_label"));
    this.#progressBar.setAttribute("aria-valuemax", String(total));
    this.#progressBar.setAttribute("aria-valuenow", String(answered));
    this.#filled.style.inlineSize = total ? `${Math.min(100, (100 * answered) / total)}%` : "0";
  }
}
