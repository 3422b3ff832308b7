import { element } from "../shared/dom.js";

/**
 * @import { Words } from "../shared/words.js"
 * @import { Conversation } from "./conversation.js"
 */

/** One line that says why something has not arrived yet, and the button to try again once nobody else will. */
export class Trouble {
  #text = element("p", { class: "trouble-text" });
  #again = element("button", { type: "button", class: "button-quiet" });
  #words;
  #conversation;

  /**
   * @param {Words} words
   * @param {Conversation} conversation
   */
  constructor(words, conversation) {
    this.#words = words;
    this.#conversation = conversation;
    this.element = element("div", { class: "trouble", role: "status" }, this.#text, this.#again);
    this.#again.addEventListener("click", () => conversation.resend());
    conversation.addEventListener("trouble", () => this.#draw());
    addEventListener("offline", () => this.#draw());
    addEventListener("online", () => this.#online());
    this.#draw();
  }

  /** @param {Words} words */
  set words(words) {
    this.#words = words;
    this.#draw();
  }

  #online() {
    if (this.#conversation.trouble?.reason === "failed") this.#conversation.resend();
    this.#draw();
  }

  #draw() {
    const { reason, text } = navigator.onLine ? (this.#conversation.trouble ?? {}) : { reason: "offline" };
    this.#text.textContent = reason ? text || this.#words.say(`widget_trouble_${reason}`) : "";
    this.#again.textContent = this.#words.say("widget_send_again");
    this.#again.hidden = reason !== "failed";
    this.element.classList.toggle("is-shown", reason !== undefined);
  }
}
