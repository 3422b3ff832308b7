import { request } from "./http.js";

/**
 * @typedef {{messages: import("../widget/chat_api.js").Message[]}} Reply
 * @import { Outgoing } from "./outbox.js"
 * @typedef {{name: string, role: "agent" | "analyst" | "manager", expires_at: string}} StaffSession
 * @typedef {{page?: string, pdf?: string, spreadsheet?: string}} Files
 * @typedef {{name: string, title: string, since: string, until: string, created_at: string, language: string,
 *   files: Files}} Report
 * @typedef {{id: string, kind: "chat" | "ticket" | "complaint", language: string, text: string, since: string,
 *   answer_by: string, answered_at: string | null, messages: import("../widget/chat_api.js").Message[]}} Waiting
 */

/** The gateway's contract with staff. The sign-in is kept in a cookie that no script can read. */
export class StaffApi {
  /** @type {string} the language to refuse in */
  language = "en";

  /**
   * @param {string} name
   * @param {string} password
   * @returns {Promise<StaffSession>}
   */
  signIn(name, password) {
    return request("/api/staff/login", { body: { name, password }, language: this.language });
  }

  signOut() {
    return request("/api/staff/logout", { method: "POST", language: this.language });
  }

  /** @returns {Promise<StaffSession>} rejects with status 401 where nobody is signed in */
  session() {
    return request("/api/staff/session", { language: this.language });
  }

  /**
   * @param {Outgoing} item
   * @returns {Promise<Reply>}
   */
  ask({ message_id, text, choice_id, language }) {
    return request("/api/staff/messages", { body: { message_id, text, choice_id, language }, language });
  }

  /** @returns {Promise<Reply>} what was asked and answered since the sign-in */
  history() {
    return request("/api/staff/history", { language: this.language });
  }

  /** @returns {Promise<{waiting: Waiting[]}>} shoppers who wait for a person, the most urgent first */
  inbox() {
    return request("/api/staff/inbox", { language: this.language });
  }

  /**
   * @param {string} id who waits
   * @param {string} message_id
   * @param {string} text
   * @returns {Promise<null>}
   */
  write(id, message_id, text) {
    return request(`/api/staff/inbox/${id}/messages`, { body: { message_id, text }, language: this.language });
  }

  /**
   * @param {string} id who waits no more
   * @param {string} outcome how a complaint was settled
   * @returns {Promise<null>}
   */
  close(id, outcome) {
    return request(`/api/staff/inbox/${id}/close`, { body: { outcome }, language: this.language });
  }

  /** @returns {Promise<{reports: Report[]}>} newest first */
  reports() {
    return request("/api/manager/reports", { language: this.language });
  }
}
