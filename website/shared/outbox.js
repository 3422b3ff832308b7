import { tell } from "./events.js";
import { RequestFailed } from "./http.js";
import { withRetries } from "./retry.js";

/**
 * One message on its way. `message_id` is made once and goes along with every attempt, so that the gateway takes
 * the message once however often it arrives.
 *
 * @typedef {{message_id: string, text?: string, choice_id?: string, label: string, language: string}} Outgoing
 */

/**
 * Sends messages one after the other, in the order in which they were written, and keeps what could not be sent.
 *
 * Events (and their `detail`): `sending` ({item}), `waiting` ({item, reason}), `delivered` ({item, reply}),
 * `failed` ({item, error}: it is kept, `resend` tries it again), `refused` ({item, error}: it is dropped, for no
 * attempt can succeed), `idle` when nothing more is on its way.
 */
export class Outbox extends EventTarget {
  #isRunning = false;
  #deliver;
  #keep;

  /**
   * @param {(item: Outgoing) => Promise<any>} deliver rejects with RequestFailed
   * @param {(items: Outgoing[]) => void} keep called whenever what is still to be sent has changed
   * @param {Outgoing[]} items what was kept from before
   */
  constructor(deliver, keep, items = []) {
    super();
    this.#deliver = deliver;
    this.#keep = keep;
    this.items = items;
  }

  /** Whether something is on its way right now. */
  get isBusy() {
    return this.#isRunning;
  }

  /** @param {Outgoing} item */
  add(item) {
    this.items = [...this.items, item];
    this.#keep(this.items);
    this.resend();
  }

  /** Try whatever has not been sent, the oldest first. */
  resend() {
    if (!this.#isRunning) void this.#run();
  }

  /** Forget what has not been sent. */
  empty() {
    this.items = [];
    this.#keep(this.items);
  }

  async #run() {
    this.#isRunning = true;
    while (this.items.length > 0 && (await this.#send(this.items[0])));
    this.#isRunning = false;
    tell(this, "idle");
  }

  /**
   * @param {Outgoing} item
   * @returns {Promise<boolean>} whether the next one may go
   */
  async #send(item) {
    tell(this, "sending", { item });
    try {
      const reply = await withRetries(
        () => this.#deliver(item),
        (reason) => tell(this, "waiting", { item, reason }),
      );
      this.#drop(item);
      tell(this, "delivered", { item, reply });
      return true;
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      if (!error.isPassing) this.#drop(item);
      tell(this, error.isPassing ? "failed" : "refused", { item, error });
      return !error.isPassing;
    }
  }

  /** @param {Outgoing} item */
  #drop(item) {
    this.items = this.items.filter((other) => other !== item);
    this.#keep(this.items);
  }
}

/**
 * A new id for a message: a random UUID. (`crypto.randomUUID` is missing from pages without HTTPS.)
 *
 * @returns {string}
 */
export function newMessageId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
