/**
 * @import { Session } from "./chat_api.js"
 * @import { Outgoing } from "../shared/outbox.js"
 * @typedef {{session?: Session, hasEnded?: boolean, isPutOff?: boolean, outbox?: Outgoing[], language?: string,
 *   endedAt?: number, notNowAt?: number}} Kept
 */

/**
 * What the widget remembers on this device: the session until it expires, so that a reload or another page of the
 * shop goes on with the same conversation, what has been written and not yet sent, and when not to be invited again.
 * Whether the panel is open, and whether there was an invitation, belongs to the tab. A browser that allows no storage
 * remembers for as long as the page is there.
 */
export class Memory {
  #name;

  /** @param {string} gateway whose conversation this is */
  constructor(gateway) {
    this.#name = `askwell ${gateway}`;
  }

  /** @returns {Session | undefined} undefined for none, and for one that has expired */
  get session() {
    const { session } = this.#kept;
    return session && Date.parse(session.expires_at) > Date.now() ? session : undefined;
  }

  /** @param {Session | undefined} session */
  set session(session) {
    this.#kept = { session, hasEnded: false, isPutOff: false };
  }

  /**
   * Keep a new key to the conversation of this device, whatever its state.
   *
   * @param {string} session_token
   * @param {string} expires_at
   */
  renew(session_token, expires_at) {
    const { session } = this.#kept;
    if (session) this.#kept = { session: { ...session, session_token, expires_at } };
  }

  /** Whether the conversation of this device has ended; one that was put off ends too, and may go on. */
  get hasEnded() {
    return this.#kept.hasEnded ?? false;
  }

  /** @param {boolean} hasEnded */
  set hasEnded(hasEnded) {
    if (hasEnded !== this.hasEnded) this.#kept = hasEnded ? { hasEnded, endedAt: Date.now() } : { hasEnded };
  }

  /** Whether the conversation of this device has ended to be gone on with, and still can be. */
  get isPutOff() {
    return this.session !== undefined && (this.#kept.isPutOff ?? false);
  }

  /** @param {boolean} isPutOff */
  set isPutOff(isPutOff) {
    this.#kept = { isPutOff };
  }

  /** Whether there is a conversation that the shopper may come back to at any moment. */
  get isInConversation() {
    return this.session !== undefined && !this.hasEnded;
  }

  /** @returns {number | undefined} when a conversation last ended here, in milliseconds since 1970 */
  get endedAt() {
    return this.#kept.endedAt;
  }

  /** @returns {number | undefined} when the shopper last said 'not now' here, likewise */
  get notNowAt() {
    return this.#kept.notNowAt;
  }

  noteNotNow() {
    this.#kept = { notNowAt: Date.now() };
  }

  /** @returns {Outgoing[]} */
  get outbox() {
    return this.#kept.outbox ?? [];
  }

  /** @param {Outgoing[]} outbox */
  set outbox(outbox) {
    this.#kept = { outbox };
  }

  /** @returns {string | undefined} the language chosen in the widget before */
  get language() {
    return this.#kept.language;
  }

  /** @param {string | undefined} language */
  set language(language) {
    this.#kept = { language };
  }

  get isOpen() {
    return read("sessionStorage", this.#name) === "open";
  }

  /** @param {boolean} isOpen */
  set isOpen(isOpen) {
    write("sessionStorage", this.#name, isOpen ? "open" : "closed");
  }

  /** Whether the shopper was invited since the tab was opened. */
  get wasInvited() {
    return read("sessionStorage", `${this.#name} invited`) !== null;
  }

  noteInvited() {
    write("sessionStorage", `${this.#name} invited`, "yes");
  }

  /** Whether this browser will still know tomorrow what it is asked to remember. */
  get canRemember() {
    const probe = `${this.#name} probe`;
    try {
      localStorage.setItem(probe, "");
      localStorage.removeItem(probe);
      return true;
    } catch {
      return false; // The browser allows this page no storage, or none that is left.
    }
  }

  /** @returns {Kept} read anew each time, for another tab of the shop may have written it */
  get #kept() {
    return JSON.parse(read("localStorage", this.#name) ?? "{}");
  }

  /** @param {Kept} changes */
  set #kept(changes) {
    write("localStorage", this.#name, JSON.stringify({ ...this.#kept, ...changes }));
  }
}

/** @type {Map<string, string>} what a page without storage remembers */
const withoutStorage = new Map();

/**
 * @param {"localStorage" | "sessionStorage"} storage
 * @param {string} name
 * @returns {string | null}
 */
function read(storage, name) {
  try {
    return window[storage].getItem(name);
  } catch {
    return withoutStorage.get(storage + name) ?? null; // The browser allows this page no storage.
  }
}

/**
 * @param {"localStorage" | "sessionStorage"} storage
 * @param {string} name
 * @param {string} value
 */
function write(storage, name, value) {
  try {
    window[storage].setItem(name, value);
  } catch {
    withoutStorage.set(storage + name, value); // The browser allows this page no storage.
  }
}
