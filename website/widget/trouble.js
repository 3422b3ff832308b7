import { element } from "../shared/dom.js";

/**
 * @typedef {import("../shared/words.js").Words} Words
 * @typedef {import("./conversation.js").Conversation} Conversation
 */

/** One line that says why something has not arrived yet, and the button to try again once nobody else will. */
export class Trouble {
  #text = element("p", { class: "trouble-text" });
  #again = element("button", { type: "button", class: "button-quiet" });
  /** @type {{reason: string, text?: string} | null} */
  #trouble = null;
  #words;

  /**
   * @param {Words} words
   * @param {Conversation} conversation
   */
  constructor(words, conversation) {
    this.#words = words;
    this.element = element("div", { class: "trouble", role: "status" }, this.#text, this.#again);
    this.#again.addEventListener("click", () => conversation.resend());
    conversation.addEventListener("trouble", (event) => this.#show(/** @type {CustomEvent} */ (event).detail));
    addEventListener("offline", () => this.#show({ reason: "offline" }));
    addEventListener("online", () => this.#online(conversation));
    this.#draw();
  }

  /** @param {Words} words */
  set words(words) {
    this.#words = words;
    this.#draw();
  }

  /** @param {Conversation} conversation */
  #online(conversation) {
    if (this.#trouble?.reason === "failed") conversation.resend();
    if (!conversation.isBusy) this.#show(null);
  }

  /** @param {{reason: string, text?: string} | null} trouble null once all is well */
  #show(trouble) {
    this.#trouble = trouble;
    this.#draw();
  }

  #draw() {
    const { reason, text } = this.#trouble ?? {};
    this.#text.textContent = reason ? text || this.#words.say(`widget_trouble_${reason}`) : "";
    this.#again.textContent = this.#words.say("widget_send_again");
    this.#again.hidden = reason !== "failed";
    this.element.classList.toggle("is-shown", reason !== undefined);
  }
}
