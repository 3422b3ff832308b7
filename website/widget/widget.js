import { hear } from "../shared/events.js";
import { languageOf, otherThan } from "../shared/language.js";
import { loadWords } from "../shared/words.js";
import { Launcher } from "./launcher.js";
import { Panel } from "./panel.js";

/**
 * @import { Language } from "../shared/language.js"
 * @import { Words } from "../shared/words.js"
 * @import { Conversation } from "./conversation.js"
 * @import { Memory } from "./memory.js"
 */

/** The launcher and the panel, which of them is seen, and the language that both speak. */
export class Widget {
  #gateway;
  #conversation;
  #memory;
  #words;
  #launcher;
  #panel;

  /** @param {{root: ShadowRoot, gateway: string, words: Words, conversation: Conversation, memory: Memory}} parts */
  constructor({ root, gateway, words, conversation, memory }) {
    this.#gateway = gateway;
    this.#conversation = conversation;
    this.#memory = memory;
    this.#words = words;
    this.#launcher = new Launcher(words, () => this.#open("focus"));
    this.#panel = new Panel({
      gateway,
      words,
      conversation,
      close: () => this.#close(),
      switchLanguage: () => this.#switchLanguage(),
    });
    root.append(this.#launcher.element, this.#panel.element);
    this.#listen();
    if (memory.isOpen) void this.#open();
  }

  /**
   * Speak the language that the shop's page has changed to, unless a conversation has begun.
   *
   * @param {Language} language
   */
  followTo(language) {
    if (this.#conversation.hasBegun || this.#memory.session || language === this.#words.language) return;
    this.#conversation.language = language;
    void this.#speak(language);
  }

  #listen() {
    const conversation = this.#conversation;
    hear(conversation, "language", ({ language }) => void this.#speak(languageOf(language) ?? "en"));
    hear(conversation, "added", ({ entry }) => {
      if (!this.#panel.isOpen && entry.from !== "shopper") this.#launcher.countUnread();
    });
    document.addEventListener("click", (event) => {
      if (event.target instanceof Element && event.target.closest("[data-askwell-open]")) void this.#open("focus");
    });
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && this.#panel.isOpen) conversation.refresh();
    });
  }

  /** @param {"focus"} [focus] whether the keyboard's focus goes into the panel */
  async #open(focus) {
    this.#launcher.hide();
    this.#memory.isOpen = true;
    await this.#panel.open(focus);
    await this.#conversation.begin();
  }

  #close() {
    this.#memory.isOpen = false;
    this.#panel.close();
    this.#launcher.show();
  }

  /** The shopper chooses the other language: the widget speaks it at once, the conversation is asked to. */
  async #switchLanguage() {
    const language = otherThan(this.#words.language);
    this.#conversation.language = language;
    await this.#speak(language);
    if (this.#conversation.hasBegun) this.#conversation.say(this.#words.say("widget_switch_language"));
  }

  /** @param {Language} language */
  async #speak(language) {
    this.#memory.language = language;
    if (language === this.#words.language) return;
    this.#words = await loadWords(this.#gateway, language);
    this.#launcher.words = this.#words;
    this.#panel.words = this.#words;
  }
}
