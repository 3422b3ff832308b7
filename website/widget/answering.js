import { element } from "../shared/dom.js";

/**
 * @import { Conversation } from "./conversation.js"
 * @import { Choice } from "./chat_api.js"
 * @import { Entry } from "./transcript.js"
 * @import { Words } from "../shared/words.js"
 */

/** The buttons by which a question can be answered; writing an answer stays possible at the same time. */
export class Answering {
  #conversation;

  /** @param {Conversation} conversation */
  constructor(conversation) {
    this.#conversation = conversation;
  }

  /**
   * @param {Entry} question
   * @param {Words} words
   * @returns {HTMLElement | undefined} undefined for a question that is only answered in writing
   */
  controls(question, words) {
    const { kind, low, high } = question.data ?? {};
    const choices = question.choices ?? [];
    if (kind === "scale" && low !== undefined && high !== undefined) return this.#scale(question, low, high);
    if (choices.length === 0) return undefined;
    return kind === "choices" ? this.#several(question, words) : this.#one(question);
  }

  /** @param {Entry} question */
  #one(question) {
    const buttons = (question.choices ?? []).map((choice) =>
      this.#button("choice", choice.label, () => this.#conversation.pick(choice)),
    );
    return element("div", { class: "choices", role: "group", "aria-label": question.text }, ...buttons);
  }

  /**
   * A row of numbers, and beneath it whatever else may be picked, such as 'I don't know'.
   *
   * @param {Entry} question
   * @param {number} low
   * @param {number} high both included
   */
  #scale(question, low, high) {
    const numbers = Array.from({ length: high - low + 1 }, (_, step) => String(low + step));
    const choices = question.choices ?? [];
    const byLabel = new Map(choices.map((choice) => [choice.label, choice]));
    const buttons = numbers.map((number) =>
      this.#button("point", number, () => this.#answer(byLabel.get(number), number)),
    );
    const others = choices.filter((choice) => !numbers.includes(choice.label));
    const row = element("div", { class: "scale" }, ...buttons);
    row.style.setProperty("--points", String(numbers.length));
    row.style.setProperty("--points-of-half", String(Math.ceil(numbers.length / 2)));
    const rest = others.map((choice) => this.#button("choice", choice.label, () => this.#conversation.pick(choice)));
    return element("div", { class: "choices", role: "group", "aria-label": question.text }, row, ...rest);
  }

  /**
   * @param {Entry} question
   * @param {Words} words
   */
  #several(question, words) {
    const choices = question.choices ?? [];
    const boxes = choices.map((choice) => element("input", { type: "checkbox", value: choice.id }));
    const labels = choices.map((choice, place) => element("label", { class: "choice" }, boxes[place], choice.label));
    const send = element("button", { type: "submit", class: "button" }, words.say("widget_confirm_choices"));
    const group = element("div", { class: "choices", role: "group", "aria-label": question.text }, ...labels, send);
    const form = element("form", {}, group);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const picked = choices.filter((_, place) => boxes[place].checked);
      if (picked.length > 0 && !this.#conversation.awaitsReply) this.#answerSeveral(picked, words);
    });
    return form;
  }

  /**
   * @param {Choice[]} picked
   * @param {Words} words
   */
  #answerSeveral(picked, words) {
    const labels = picked.map((choice) => choice.label);
    const text = labels.reduce((first, next) => words.say("widget_list_of_choices", { first, next }));
    this.#answer(picked.length === 1 ? picked[0] : undefined, text);
  }

  /**
   * @param {Choice | undefined} choice
   * @param {string} text what to say where there is no choice to pick
   */
  #answer(choice, text) {
    if (choice) this.#conversation.pick(choice);
    else this.#conversation.say(text);
  }

  /**
   * @param {"choice" | "point"} look
   * @param {string} label
   * @param {() => void} answer
   */
  #button(look, label, answer) {
    const button = element("button", { type: "button", class: look }, label);
    button.addEventListener("click", () => this.#conversation.awaitsReply || answer());
    return button;
  }
}
