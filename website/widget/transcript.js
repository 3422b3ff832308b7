import { newMessageId } from "../shared/outbox.js";

/**
 * @import { Message } from "./chat_api.js"
 * @typedef {"sent" | "sending" | "failed" | "refused"} State of a message that the shopper wrote
 * @typedef {Message & {state: State, wording?: string}} Entry what stands in the chat; one with
 *   `wording` was put there by the widget itself and is worded by the catalogue
 */

/**
 * @param {import("../shared/outbox.js").Outgoing} item
 * @returns {Message & {state: State}} what the shopper has just written, before the gateway has it
 */
export function ownMessage({ message_id, label, language }) {
  return { id: message_id, from: "shopper", kind: "text", text: label, language, state: "sending" };
}

/**
 * @param {string} wording
 * @returns {Message & {wording: string}} something that the widget itself has to say
 */
export function widgetNotice(wording) {
  return { id: newMessageId(), from: "assistant", kind: "notice", text: "", wording };
}

/** What stands in the chat, each message once, in the order in which it came. */
export class Transcript {
  /** @type {Map<string, Entry>} */
  #entries = new Map();

  get entries() {
    return [...this.#entries.values()];
  }

  get isEmpty() {
    return this.#entries.size === 0;
  }

  /**
   * @param {Message & {state?: State, wording?: string}} message
   * @returns {Entry | undefined} the new entry; undefined when the message stands there already
   */
  add(message) {
    if (this.#entries.has(message.id)) return undefined;
    const entry = { state: /** @type {State} */ ("sent"), ...message };
    this.#entries.set(message.id, entry);
    return entry;
  }

  /**
   * @param {string} id of a message that the shopper wrote
   * @param {State} state
   * @returns {Entry | undefined} undefined when it had that state already, or does not stand there
   */
  mark(id, state) {
    const entry = this.#entries.get(id);
    if (!entry || entry.state === state) return undefined;
    entry.state = state;
    return entry;
  }

  /**
   * @returns {Entry | undefined} the question whose choices are still good, which may be a notice or a summary too;
   *   undefined before the first question
   */
  get openQuestion() {
    return this.entries.findLast((entry) => entry.kind === "question" || entry.choices?.length);
  }
}
