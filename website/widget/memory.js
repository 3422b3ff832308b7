/**
 * @import { Session } from "./chat_api.js"
 * @import { Outgoing } from "../shared/outbox.js"
 * @typedef {{session?: Session, outbox?: Outgoing[], language?: string}} Kept
 */

/**
 * What the widget remembers on this device: the session until it expires, so that a reload or another page of the
 * shop goes on with the same conversation, and what has been written and not yet sent. Whether the panel is open
 * belongs to the tab. A browser that allows no storage remembers for as long as the page is there.
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
    this.#kept = { session };
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
