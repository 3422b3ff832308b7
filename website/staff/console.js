import { element, find } from "../shared/dom.js";
import { hear } from "../shared/events.js";
import { newMessageId, Outbox } from "../shared/outbox.js";
import { untilItAnswers } from "../shared/retry.js";
import { tableView } from "./table.js";

/**
 * @import { StaffApi } from "../shared/staff_api.js"
 * @import { Outgoing } from "../shared/outbox.js"
 * @import { Words } from "../shared/words.js"
 * @import { Message } from "../widget/chat_api.js"
 */

/** Questions of staff and the tables that answer them. */
export class Console {
  #welcome = find(document, "#welcome", HTMLElement);
  #log = find(document, "#log", HTMLElement);
  #form = find(document, "#ask", HTMLFormElement);
  #text = find(document, "#ask textarea", HTMLTextAreaElement);
  #trouble = find(document, "#ask .trouble-note", HTMLElement);
  #thinking = element("p", { class: "thinking" });
  /** @type {Message[]} */
  #messages = [];
  /** @type {Words | undefined} */
  #words;
  #api;
  #outbox;

  /**
   * @param {StaffApi} api
   * @param {() => void} signedOut called when the sign-in has ended
   */
  constructor(api, signedOut) {
    this.#api = api;
    this.#outbox = new Outbox(
      (item) => api.ask(item),
      () => undefined,
    );
    this.#listen(signedOut);
  }

  /** @param {Words} words */
  set words(words) {
    this.#words = words;
    this.#thinking.textContent = words.say("console_thinking");
    this.#log.replaceChildren(...this.#messages.map((message) => this.#view(message)));
    this.#drawForm();
  }

  /** Show what was asked since the sign-in, and wait for the next question. */
  async open() {
    const { messages } = await untilItAnswers(() => this.#api.history());
    this.#messages = [];
    this.#log.replaceChildren();
    this.#add(...messages);
    this.#text.focus();
  }

  /** @param {() => void} signedOut */
  #listen(signedOut) {
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = this.#text.value.trim();
      if (text) this.#ask({ text, label: text });
    });
    this.#text.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      this.#form.requestSubmit();
    });
    this.#welcome.addEventListener("click", (event) => {
      if (!(event.target instanceof HTMLButtonElement)) return;
      const text = event.target.textContent ?? "";
      this.#ask({ text, label: text });
    });
    hear(this.#outbox, "delivered", ({ reply }) => this.#add(...reply.messages));
    hear(this.#outbox, "failed", ({ item, error }) =>
      this.#giveBack(item, error.detail || this.#say("website_no_answer")),
    );
    hear(this.#outbox, "refused", ({ item, error }) => {
      this.#giveBack(item, error.detail);
      if (error.status === 401) signedOut();
    });
    hear(this.#outbox, "idle", () => this.#thinking.remove());
  }

  /** @param {{text?: string, choice_id?: string, label: string}} question */
  #ask(question) {
    if (this.#outbox.isBusy) return;
    const item = { message_id: newMessageId(), language: this.#words?.language ?? "en", ...question };
    this.#text.value = "";
    this.#trouble.textContent = "";
    this.#add({ id: item.message_id, from: "staff", kind: "text", text: item.label, language: item.language });
    this.#log.append(this.#thinking);
    this.#outbox.empty();
    this.#outbox.add(item);
  }

  /**
   * Put a question that could not be asked back to where it was written.
   *
   * @param {Outgoing} item
   * @param {string} why
   */
  #giveBack(item, why) {
    this.#outbox.empty();
    this.#messages = this.#messages.filter((message) => message.id !== item.message_id);
    this.#log.querySelector(`[data-message="${item.message_id}"]`)?.remove();
    this.#text.value = item.text ?? "";
    this.#trouble.textContent = why;
    this.#drawForm();
  }

  /** @param {Message[]} messages */
  #add(...messages) {
    for (const message of messages) {
      this.#messages.push(message);
      this.#log.append(this.#view(message));
    }
    this.#log.lastElementChild?.scrollIntoView({ block: "nearest" });
    this.#drawForm();
  }

  #drawForm() {
    this.#welcome.hidden = this.#messages.length > 0;
    this.#text.placeholder = this.#say(this.#messages.length > 0 ? "console_follow_up" : "console_placeholder");
  }

  /** @param {Message} message */
  #view(message) {
    const isAnswer = message.from === undefined || message.from === "assistant";
    const place = element("div", {
      class: isAnswer ? "from-assistant" : "from-staff",
      lang: message.language,
      "data-message": message.id,
    });
    const table = message.kind === "table" ? /** @type {import("./table.js").Table} */ (message.data) : undefined;
    const saysQuestion = table && message.text.includes(table.restated);
    if (message.text && !saysQuestion) place.append(element("p", { class: "said" }, message.text));
    if (table && this.#words) place.append(tableView(table, this.#words, saysQuestion ? message.text : undefined));
    if (message.choices?.length) place.append(this.#choicesView(message.choices));
    return place;
  }

  /** @param {import("../widget/chat_api.js").Choice[]} choices what the question may have meant */
  #choicesView(choices) {
    const buttons = choices.map(({ id, label }) => {
      const button = element("button", { type: "button", class: "button-quiet" }, label);
      button.addEventListener("click", () => this.#ask({ choice_id: id, label }));
      return button;
    });
    return element("div", { class: "examples" }, ...buttons);
  }

  /** @param {string} id */
  #say(id) {
    return this.#words?.say(id) ?? "";
  }
}
