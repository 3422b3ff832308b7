import { fetchModule } from "../shared/http.js";
import { otherThan } from "../shared/language.js";
import { untilItAnswers } from "../shared/retry.js";
import { loadWords } from "../shared/words.js";
import { invitationFor, tellNotNow } from "./inviting.js";
import { Launcher } from "./launcher.js";
import { Teaser } from "./teaser.js";

/**
 * @import { Language } from "../shared/language.js"
 * @import { Words } from "../shared/words.js"
 * @import { Chat, Requests } from "./chat.js"
 * @import { Visit } from "./entering.js"
 * @import { Invitation } from "./inviting.js"
 * @import { Memory } from "./memory.js"
 * @typedef {{root: ShadowRoot, gateway: string, words: Words, visit: Visit, memory: Memory}} Place
 */

/** The launcher, the invitation and the chat, which of them is seen, and the language that they speak. */
export class Widget {
  #place;
  #words;
  #launcher;
  #teaser;
  #wasOpened = false;
  /** @type {Chat | undefined} */
  #chat;
  /** @type {Promise<Chat> | undefined} */
  #fetching;
  /** @type {Invitation | undefined} */
  #invitation;

  /** @param {Place} place where the widget stands */
  constructor(place) {
    this.#place = place;
    this.#words = place.words;
    this.#launcher = new Launcher(place.words, () => this.#open("focus"));
    this.#teaser = new Teaser(place.words, { accept: () => void this.#accept(), notNow: () => this.#notNow() });
    place.root.append(this.#teaser.element, this.#launcher.element);
    document.addEventListener("click", (event) => {
      if (event.target instanceof Element && event.target.closest("[data-askwell-open]")) void this.#open("focus");
    });
    if (place.memory.isOpen) void this.#open();
    else void this.#invite();
  }

  /**
   * Speak the language that the shop's page has changed to, unless there is a conversation with a language of its own.
   *
   * @param {Language} language
   */
  followTo(language) {
    if (!this.#chat?.hasBegun && !this.#place.memory.session) void this.#speak(language);
  }

  /** @param {"focus"} [focus] whether the keyboard's focus goes into the chat */
  async #open(focus) {
    this.#wasOpened = true;
    this.#hideTeaser();
    const chat = await this.#fetched();
    this.#launcher.hide();
    this.#place.memory.isOpen = true;
    await chat.open(focus);
  }

  #close() {
    this.#place.memory.isOpen = false;
    this.#chat?.close();
    this.#launcher.show();
  }

  /** Invite the shopper beside the launcher, once, if it is time and they have not found the chat themselves. */
  async #invite() {
    this.#invitation = await invitationFor(this.#place);
    if (!this.#invitation || this.#wasOpened) return;
    this.#place.memory.noteInvited();
    this.#teaser.show(this.#invitation.kind);
  }

  /** A conversation that was put off in this browser goes on; one that has ended for good is left for a new one. */
  async #accept() {
    const { memory } = this.#place;
    const goesOn = memory.isPutOff;
    if (memory.hasEnded && !goesOn) memory.session = undefined;
    await this.#open("focus");
    if (goesOn) this.#chat?.goOn();
  }

  #notNow() {
    this.#hideTeaser();
    this.#place.memory.noteNotNow();
    if (this.#invitation?.remembered) void tellNotNow(this.#place);
  }

  #hideTeaser() {
    const hadFocus = this.#teaser.hasFocus;
    this.#teaser.hide();
    if (hadFocus) this.#launcher.element.focus();
  }

  /**
   * The chat, of which a page that nobody chats on fetches nothing.
   *
   * @returns {Promise<Chat>}
   */
  async #fetched() {
    return (this.#fetching ??= untilItAnswers(() => this.#fetch()));
  }

  /** @returns {Promise<Chat>} */
  async #fetch() {
    const module = await fetchModule(`${this.#place.gateway}/widget/chat.js`);
    /** @type {Requests} */
    const requests = {
      close: () => this.#close(),
      switchLanguage: () => this.#switchLanguage(),
      speak: (language) => this.#change(language),
      countUnread: () => this.#launcher.countUnread(),
    };
    return (this.#chat = new module.Chat({ ...this.#place, words: this.#words }, requests));
  }

  /** The shopper chooses the other language: the widget speaks it at once, the conversation is asked to. */
  async #switchLanguage() {
    await this.#change(otherThan(this.#words.language));
    this.#chat?.askForLanguage();
  }

  /** @param {Language} language that the shopper has chosen, from now on and on the shop's other pages */
  async #change(language) {
    this.#place.memory.language = language;
    await this.#speak(language);
  }

  /** @param {Language} language */
  async #speak(language) {
    this.#place.visit.language = language;
    if (language === this.#words.language) return;
    this.#words = await untilItAnswers(() => loadWords(this.#place.gateway, language));
    this.#launcher.words = this.#words;
    this.#teaser.words = this.#words;
    if (this.#chat) this.#chat.words = this.#words;
  }
}
