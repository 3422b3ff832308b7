import { element, icon } from "../shared/dom.js";

/** @import { Words } from "../shared/words.js" */

const SPEECH = "M4 5.5h16v10.5H11l-4.5 4v-4H4z";

/** The button that opens the panel, and counts what has been said while the panel was closed. */
export class Launcher {
  #label = element("span", { class: "launcher-label" });
  #badge = element("span", { class: "launcher-badge", hidden: true, "aria-hidden": "true" });
  #unread = 0;
  #words;

  /**
   * @param {Words} words
   * @param {() => void} open
   */
  constructor(words, open) {
    this.element = element("button", { type: "button", class: "launcher", "aria-haspopup": "dialog" });
    this.element.append(icon(SPEECH), this.#label, this.#badge);
    this.element.addEventListener("click", open);
    this.#words = words;
    this.#draw();
  }

  /** @param {Words} words */
  set words(words) {
    this.#words = words;
    this.#draw();
  }

  countUnread() {
    this.#unread += 1;
    this.#draw();
  }

  hide() {
    this.#unread = 0;
    this.#draw();
    this.element.hidden = true;
  }

  /** Shows the button again and gives it the keyboard's focus. */
  show() {
    this.element.hidden = false;
    this.element.focus();
  }

  #draw() {
    this.element.lang = this.#words.language;
    this.#label.textContent = this.#words.say("widget_open");
    this.#badge.textContent = this.#unread > 0 ? String(this.#unread) : "";
    this.#badge.hidden = this.#unread === 0;
    const label = this.#words.say("widget_open_unread", { count: this.#unread });
    if (this.#unread > 0) this.element.setAttribute("aria-label", label);
    else this.element.removeAttribute("aria-label");
  }
}
