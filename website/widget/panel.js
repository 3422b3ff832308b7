import { element } from "../shared/dom.js";
import { Answering } from "./answering.js";
import { Composer } from "./composer.js";
import { Header } from "./header.js";
import { Log } from "./log.js";
import { Trouble } from "./trouble.js";

/**
 * @import { Words } from "../shared/words.js"
 * @import { Conversation } from "./conversation.js"
 * @typedef {{gateway: string, words: Words, conversation: Conversation, close: () => void,
 *   switchLanguage: () => void}} Parts
 */

const SMALL = "(max-width: 30rem), (max-height: 30rem)";

/** The dialog with the conversation; on a small screen it fills the screen and holds the keyboard's focus. */
export class Panel {
  #conversation;
  #header;
  #log;
  #trouble;
  #composer;
  #close;

  /** @param {Parts} parts */
  constructor({ gateway, words, conversation, close, switchLanguage }) {
    this.#conversation = conversation;
    this.#close = close;
    const answering = new Answering(conversation);
    this.#header = new Header(words, close, switchLanguage);
    this.#log = new Log(gateway, words, conversation, answering);
    this.#trouble = new Trouble(words, conversation);
    this.#composer = new Composer(words, conversation);
    this.element = element("dialog", { class: "panel", tabindex: "-1", "aria-labelledby": "askwell-title" });
    this.element.append(this.#header.element, this.#log.element, this.#trouble.element, this.#composer.element);
    this.element.lang = words.language;
    this.#listen();
  }

  get isOpen() {
    return this.element.open;
  }

  /** @param {Words} words */
  set words(words) {
    this.element.lang = words.language;
    for (const part of [this.#header, this.#log, this.#trouble, this.#composer]) part.words = words;
    this.#drawTurn();
  }

  /** @param {"focus"} [focus] whether the keyboard's focus goes to where one writes */
  async open(focus) {
    if (this.isOpen) return;
    this.element.inert = !focus; // A dialog takes the focus when it is shown, unless it cannot have it.
    if (matchMedia(SMALL).matches) this.element.showModal();
    else this.element.show();
    this.element.inert = false;
    if (focus) this.#focus();
    await this.#log.prepare();
  }

  close() {
    this.element.close();
  }

  /** A finger's keyboard would cover the conversation: on a touch screen it is left closed. */
  #focus() {
    if (matchMedia("(pointer: coarse)").matches) this.element.focus();
    else this.#composer.focus();
  }

  #listen() {
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing) this.#close();
    });
    this.element.addEventListener("cancel", (event) => event.preventDefault());
    for (const type of ["turn", "trouble"]) this.#conversation.addEventListener(type, () => this.#drawTurn());
  }

  #drawTurn() {
    this.#header.progress = this.#conversation.progress;
    this.#composer.drawTurn();
    this.#log.drawTurn();
  }
}
