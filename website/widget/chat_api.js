import { headersFor, request, RequestFailed } from "../shared/http.js";
import { eventsOf } from "./event_stream.js";

/**
 * @typedef {{id: string, label: string}} Choice
 * @typedef {{kind?: string, low?: number, high?: number}} QuestionData
 * @typedef {"text" | "notice" | "question" | "summary" | "table"} Kind
 * @typedef {{id: string, kind: Kind, text: string, choices?: Choice[], data?: QuestionData | null,
 *   from?: "assistant" | "shopper" | "staff", language?: string}} Message
 * @typedef {{answered: number, total: number} | null} Progress
 * @typedef {{messages: Message[], progress?: Progress, ended?: boolean, put_off?: boolean, language?: string,
 *   session_token?: string, expires_at?: string}} Reply
 * @typedef {{session_token: string, conversation_id: string, expires_at: string}} Session
 */

/** The gateway's chat contract. */
export class ChatApi {
  #gateway;

  /** @param {string} gateway its address, without a slash at the end */
  constructor(gateway) {
    this.#gateway = gateway;
  }

  /**
   * @param {{locale: string, page: string, identity_token?: string}} visit
   * @returns {Promise<Session & Reply>}
   */
  open(visit) {
    return request(`${this.#gateway}/api/chat/sessions`, { body: visit });
  }

  /**
   * @param {string} token
   * @param {import("../shared/outbox.js").Outgoing} item
   * @returns {Promise<Reply>}
   */
  send(token, { message_id, text, choice_id }) {
    return request(`${this.#gateway}/api/chat/messages`, { body: { message_id, text, choice_id }, token });
  }

  /**
   * @param {string} token
   * @returns {Promise<Reply>}
   */
  history(token) {
    return request(`${this.#gateway}/api/chat/history`, { token });
  }

  /**
   * The messages that nobody asked for just now, until the connection ends.
   *
   * @param {string} token
   * @param {string} lastId the event after which to go on; empty for none
   * @param {AbortSignal} signal ends the connection
   * @returns {AsyncGenerator<{id: string, message?: Message}>} without a message, it only tells where the stream stands
   * @throws {RequestFailed}
   */
  async *events(token, lastId, signal) {
    const headers = { ...headersFor(token, false), ...(lastId ? { "Last-Event-ID": lastId } : {}) };
    const response = await fetch(`${this.#gateway}/api/chat/events`, { headers, signal, cache: "no-store" });
    if (!response.ok || !response.body) throw new RequestFailed(response.status, "the event stream is closed", 0);
    for await (const { id, data } of eventsOf(response.body)) {
      yield { id, message: data ? JSON.parse(data) : undefined };
    }
  }
}
