import { hear } from "../shared/events.js";
import { languageOf } from "../shared/language.js";
import { ChatApi } from "./chat_api.js";
import { Conversation } from "./conversation.js";
import { Panel } from "./panel.js";

/**
 * @import { Language } from "../shared/language.js"
 * @import { Words } from "../shared/words.js"
 * @import { Place } from "./widget.js"
 * @typedef {{close: () => void, switchLanguage: () => void, speak: (language: Language) => void,
 *   countUnread: () => void}} Requests what the chat asks of the widget around it
 */

/** The conversation and the panel in which it is held. */
export class Chat {
  #conversation;
  #panel;
  #words;

  /**
   * @param {Place} place
   * @param {Requests} requests
   */
  constructor({ root, gateway, words, visit, memory }, requests) {
    this.#words = words;
    this.#conversation = new Conversation(new ChatApi(gateway), memory, visit);
    this.#panel = new Panel({ gateway, words, conversation: this.#conversation, ...requests });
    root.append(this.#panel.element);
    this.#listen(requests);
  }

  /** Whether anything has been said. */
  get hasBegun() {
    return this.#conversation.hasBegun;
  }

  /** @param {Words} words */
  set words(words) {
    this.#words = words;
    this.#panel.words = words;
  }

  /** @param {"focus"} [focus] whether the keyboard's focus goes to where one writes */
  async open(focus) {
    await Promise.all([this.#panel.open(focus), this.#conversation.begin()]);
  }

  /** Go on with a conversation that was put off. */
  goOn() {
    if (this.#conversation.isPutOff) this.#conversation.say(this.#words.say("widget_go_on"));
  }

  close() {
    this.#panel.close();
  }

  /** Ask the conversation to go on in the language that is spoken now; one that has not begun is opened in it. */
  askForLanguage() {
    if (this.hasBegun) this.#conversation.say(this.#words.say("widget_switch_language"));
  }

  /** @param {Requests} requests */
  #listen({ speak, countUnread }) {
    hear(this.#conversation, "language", ({ language }) => speak(languageOf(language) ?? "en"));
    hear(this.#conversation, "added", ({ entry }) => {
      if (!this.#panel.isOpen && entry.from !== "shopper") countUnread();
    });
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && this.#panel.isOpen) this.#conversation.refresh();
    });
  }
}
