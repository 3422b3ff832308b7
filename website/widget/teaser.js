import { element } from "../shared/dom.js";

/**
 * @import { Words } from "../shared/words.js"
 * @typedef {{accept: () => void, notNow: () => void}} Answers
 */

/**
 * The sentence beside the launcher that invites to the chat. It takes no focus and covers nothing that is being read
 * out: screen readers say the sentence when they are free, and its two buttons come before the launcher.
 */
export class Teaser {
  // Rendered from the start and empty, since screen readers tell only of what changes in a place that they know.
  #text = element("p", { class: "teaser-text", role: "status" });
  #yes = element("button", { type: "button", class: "button" });
  #notNow = element("button", { type: "button", class: "button-quiet" });
  #buttons = element("div", { class: "teaser-buttons", hidden: true }, this.#yes, this.#notNow);
  /** @type {"begin" | "go_on" | undefined} */
  #kind;
  #words;

  /**
   * @param {Words} words
   * @param {Answers} answers
   */
  constructor(words, { accept, notNow }) {
    this.#words = words;
    this.element = element("div", { class: "teaser" }, this.#text, this.#buttons);
    this.#yes.addEventListener("click", accept);
    this.#notNow.addEventListener("click", notNow);
    document.addEventListener("keydown", (event) => {
      const isMeant = event.key === "Escape" && !event.isComposing && !event.defaultPrevented;
      if (isMeant && this.#kind) notNow();
    });
  }

  /** Whether the keyboard's focus is on one of its buttons. */
  get hasFocus() {
    return this.element.matches(":focus-within");
  }

  /** @param {Words} words */
  set words(words) {
    this.#words = words;
    this.#draw();
  }

  /** @param {"begin" | "go_on"} kind what it invites to */
  show(kind) {
    this.#kind = kind;
    this.#draw();
  }

  hide() {
    this.#kind = undefined;
    this.#draw();
  }

  #draw() {
    const words = this.#words;
    const isShown = this.#kind !== undefined;
    this.element.lang = words.language;
    this.element.classList.toggle("is-shown", isShown);
    this.#buttons.hidden = !isShown;
    this.#text.textContent = isShown ? words.say(`widget_invitation_${this.#kind}`) : "";
    this.#yes.textContent = words.say("widget_invitation_accept");
    this.#notNow.textContent = words.say("widget_invitation_not_now");
    this.#nameIt(isShown);
  }

  /** @param {boolean} isShown whether it is a place of the page that one can go to */
  #nameIt(isShown) {
    if (isShown) this.element.setAttribute("role", "region");
    else this.element.removeAttribute("role");
    if (isShown) this.element.setAttribute("aria-label", this.#words.say("widget_invitation"));
    else this.element.removeAttribute("aria-label");
  }
}
