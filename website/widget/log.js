import { element } from "../shared/dom.js";
import { hear } from "../shared/events.js";
import { untilItAnswers } from "../shared/retry.js";
import { messageView } from "./message_view.js";
import { createSurface } from "./surface.js";

/**
 * @import { Words } from "../shared/words.js"
 * @import { Answering } from "./answering.js"
 * @import { Conversation } from "./conversation.js"
 * @import { Surface } from "./surface.js"
 * @import { Entry } from "./transcript.js"
 */

/** The conversation as it is read: every message, and beneath the open question the buttons to answer it. */
export class Log {
  /** @type {Map<string, HTMLElement>} the place of each message in the surface */
  #places = new Map();
  /** @type {Surface | undefined} */
  #surface;
  /** @type {Promise<void> | undefined} */
  #preparing;
  /** @type {{question: Entry, element: HTMLElement} | undefined} */
  #controls;
  #isByKeyboard = false;
  #gateway;
  #words;
  #conversation;
  #answering;

  /**
   * @param {string} gateway
   * @param {Words} words
   * @param {Conversation} conversation
   * @param {Answering} answering
   */
  constructor(gateway, words, conversation, answering) {
    this.#gateway = gateway;
    this.#words = words;
    this.#conversation = conversation;
    this.#answering = answering;
    this.element = element("div", { class: "log" });
    this.element.addEventListener("click", (event) => (this.#isByKeyboard = event.detail === 0), { capture: true });
    hear(conversation, "added", ({ entry }) => this.#add(entry));
    hear(conversation, "changed", ({ entry }) => this.#drawMessage(entry));
    hear(conversation, "redrawn", () => this.#addQuietly());
  }

  /** @param {Words} words */
  set words(words) {
    this.#words = words;
    this.#surface?.label(words.say("widget_log"));
    for (const entry of this.#conversation.transcript.entries) this.#drawMessage(entry);
    this.#drawControls();
  }

  /** Fetch the chat surface, once; what has been said by then is shown in it. */
  async prepare() {
    await (this.#preparing ??= this.#prepare());
  }

  /** Show whether an answer is being waited for, and which question can be answered. */
  drawTurn() {
    this.#surface?.showTyping(this.#conversation.isBusy && navigator.onLine);
    this.#drawControls();
  }

  async #prepare() {
    this.#surface = await untilItAnswers(() => createSurface(this.element, this.#gateway));
    this.#surface.label(this.#words.say("widget_log"));
    this.#addQuietly();
    this.drawTurn();
  }

  /** Add a past conversation without having it read out. */
  #addQuietly() {
    this.#surface?.setQuiet(true);
    for (const entry of this.#conversation.transcript.entries) this.#add(entry);
    this.#drawControls();
    setTimeout(() => this.#surface?.setQuiet(false));
  }

  /** @param {Entry} entry */
  #add(entry) {
    if (!this.#surface || this.#places.has(entry.id)) return;
    this.#places.set(entry.id, this.#surface.addPlace(entry.from === "shopper" ? "user" : "ai"));
    this.#drawMessage(entry);
    if (entry.kind === "question") this.#drawControls();
  }

  /** @param {Entry} entry */
  #drawMessage(entry) {
    this.#places.get(entry.id)?.replaceChildren(messageView(entry, this.#words));
    if (this.#controls?.question === entry) this.#controls = undefined;
  }

  /** Keep the buttons beneath the open question alone, and the keyboard's focus on the buttons if it was there. */
  #drawControls() {
    const question = this.#conversation.hasEnded ? undefined : this.#conversation.transcript.openQuestion;
    if (this.#controls?.question !== question) this.#replaceControls(question);
    const buttons = this.#controls?.element.querySelectorAll("button, input") ?? [];
    for (const button of buttons) button.setAttribute("aria-disabled", String(this.#conversation.awaitsReply));
  }

  /** @param {Entry | undefined} question */
  #replaceControls(question) {
    const hadFocus = this.#controls?.element.matches(":focus-within") ?? false;
    const controls = question && this.#answering.controls(question, this.#words);
    const place = question && this.#places.get(question.id);
    this.#controls?.element.remove();
    this.#controls = question && controls && place && { question, element: controls };
    if (place && controls) place.append(controls);
    if (hadFocus) this.#focusOn(controls);
  }

  /**
   * Keep the focus in the panel when the button that had it is gone: whoever answered with the keyboard goes on with
   * the next question's first button; for a finger or a mouse that button would look chosen already.
   *
   * @param {HTMLElement | undefined} controls the buttons of the next question, if it has any
   */
  #focusOn(controls) {
    const next = controls?.querySelector("button, input");
    if (!this.#isByKeyboard) this.element.closest("dialog")?.focus({ preventScroll: true });
    else if (next instanceof HTMLElement) next.focus({ preventScroll: true });
    else this.#surface?.focus();
  }
}
