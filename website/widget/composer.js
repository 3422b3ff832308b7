import { element, icon } from "../shared/dom.js";
import { hear } from "../shared/events.js";

/**
 * @import { Words } from "../shared/words.js"
 * @import { Conversation } from "./conversation.js"
 */

const LONGEST_TEXT = 2000;
const COUNTED_FROM = 1800;
const UPWARDS = "M12 19V5M6 11l6-6 6 6";
const WAYS_OUT = ["widget_skip", "widget_why", "widget_later"];

/**
 * Where the shopper writes, the ways out of the open question, and, at the end, the way to a new conversation. After the
 * end they may still write: what is held of them is told, a wrong answer put right, a person called.
 */
export class Composer {
  #text = element("textarea", {
    class: "text",
    rows: "1",
    maxlength: String(LONGEST_TEXT),
    "aria-describedby": "askwell-count",
  });
  #send = element("button", { type: "submit", class: "send" }, icon(UPWARDS));
  #count = element("p", { class: "count", id: "askwell-count", role: "status" });
  #form = element("form", { class: "composer" }, this.#text, this.#send);
  #waysOut = element("div", { class: "ways-out", role: "group" });
  #ended = element("p", { class: "ended" });
  #anew = element("button", { type: "button", class: "button anew" });
  #goOn = element("button", { type: "button", class: "button anew" });
  #conversation;
  #words;

  /**
   * @param {Words} words
   * @param {Conversation} conversation
   */
  constructor(words, conversation) {
    this.#words = words;
    this.#conversation = conversation;
    const below = [this.#form, this.#count, this.#goOn, this.#anew];
    this.element = element("div", { class: "footer" }, this.#waysOut, this.#ended, ...below);
    this.#listen();
    this.#drawWords();
    this.drawTurn();
  }

  /** @param {Words} words */
  set words(words) {
    this.#words = words;
    this.#drawWords();
  }

  /** Show what can be done at this moment of the conversation. */
  drawTurn() {
    const { hasBegun, hasEnded, isPutOff, progress, transcript } = this.#conversation;
    this.#ended.hidden = !hasEnded;
    this.#anew.hidden = !hasEnded;
    this.#goOn.hidden = !isPutOff;
    this.#waysOut.hidden = hasEnded || !progress || !transcript.openQuestion;
    this.#send.setAttribute("aria-disabled", String(!hasBegun || this.#text.value.trim() === ""));
  }

  focus() {
    if (this.#conversation.isPutOff) this.#goOn.focus();
    else if (this.#conversation.hasEnded) this.#anew.focus();
    else this.#text.focus();
  }

  #listen() {
    this.#form.addEventListener("submit", (event) => this.#submit(event));
    this.#text.addEventListener("keydown", (event) => this.#enterSends(event));
    this.#text.addEventListener("input", () => this.#drawText());
    this.#anew.addEventListener("click", () => {
      void this.#conversation.leaveAndBeginAnew();
      this.#text.focus();
    });
    this.#goOn.addEventListener("click", () => {
      if (!this.#conversation.awaitsReply) this.#conversation.say(this.#words.say("widget_go_on"));
      this.#text.focus();
    });
    hear(this.#conversation, "returned", ({ text }) => {
      this.#text.value = [this.#text.value, text].filter(Boolean).join("\n").slice(0, LONGEST_TEXT);
      this.#drawText();
    });
  }

  /**
   * Enter sends, together with Shift it begins a line; while a Chinese word is being composed it chooses the word.
   *
   * @param {KeyboardEvent} event
   */
  #enterSends(event) {
    const isComposing = event.isComposing || event.keyCode === 229; // Safari ends the composition before this key.
    if (event.key !== "Enter" || event.shiftKey || isComposing) return;
    event.preventDefault();
    this.#form.requestSubmit();
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    const text = this.#text.value.trim();
    if (text === "" || !this.#conversation.hasBegun) return;
    this.#text.value = "";
    this.#drawText();
    this.#conversation.say(text);
  }

  #drawText() {
    const { length } = this.#text.value;
    this.#count.textContent =
      length < COUNTED_FROM ? "" : this.#words.say("widget_characters_left", { count: LONGEST_TEXT - length });
    this.drawTurn();
  }

  #drawWords() {
    this.#text.setAttribute("aria-label", this.#words.say("widget_placeholder"));
    this.#text.placeholder = this.#words.say("widget_placeholder");
    this.#send.setAttribute("aria-label", this.#words.say("widget_send"));
    this.#ended.textContent = this.#words.say("widget_ended");
    this.#anew.textContent = this.#words.say("widget_new");
    this.#goOn.textContent = this.#words.say("widget_go_on");
    this.#waysOut.setAttribute("aria-label", this.#words.say("widget_ways_out"));
    this.#waysOut.replaceChildren(...WAYS_OUT.map((id) => this.#wayOut(this.#words.say(id))));
    this.#drawText();
  }

  /** @param {string} words what the button says, and sends */
  #wayOut(words) {
    const button = element("button", { type: "button", class: "way-out" }, words);
    button.addEventListener("click", () => this.#conversation.awaitsReply || this.#conversation.say(words));
    return button;
  }
}
