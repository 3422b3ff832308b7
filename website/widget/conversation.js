import { hear, tell } from "../shared/events.js";
import { RequestFailed } from "../shared/http.js";
import { newMessageId, Outbox } from "../shared/outbox.js";
import { withRetries } from "../shared/retry.js";
import { enter } from "./entering.js";
import { listen } from "./listening.js";
import { ownMessage, Transcript, widgetNotice } from "./transcript.js";

/**
 * @import { ChatApi, Choice, Message, Progress, Reply } from "./chat_api.js"
 * @import { Entered, Visit } from "./entering.js"
 * @import { Memory } from "./memory.js"
 * @import { Outgoing } from "../shared/outbox.js"
 */

/**
 * One conversation with the gateway; knows nothing of how it is shown.
 *
 * Events (and their `detail`): `added` ({entry}), `changed` ({entry}), `redrawn` when many entries were added at once,
 * `turn` when progress, end or being busy may have changed, `trouble` when that has, `returned` ({text} that could not
 * be sent and goes back to the shopper), `language` ({language} that the conversation has changed to).
 */
export class Conversation extends EventTarget {
  /** @type {Progress} */
  progress = null;
  hasEnded = false;
  isPutOff = false;
  /** @type {{reason: string, text?: string} | null} `text` is what the gateway says to do about it */
  trouble = null;
  transcript = new Transcript();
  #api;
  #memory;
  #visit;
  #outbox;
  #listening = new AbortController();
  /** @type {Promise<void> | undefined} */
  #beginning;

  /**
   * @param {ChatApi} api
   * @param {Memory} memory
   * @param {Visit} visit
   */
  constructor(api, memory, visit) {
    super();
    this.#api = api;
    this.#memory = memory;
    this.#visit = visit;
    this.#outbox = this.#newOutbox();
  }

  get hasBegun() {
    return !this.transcript.isEmpty;
  }

  /** Whether a message is on its way or the conversation is being opened. */
  get isBusy() {
    return this.#outbox.isBusy || this.#beginning !== undefined;
  }

  /** Whether something that the shopper wrote has no reply yet, also when it has been given up for now. */
  get awaitsReply() {
    return this.isBusy || this.#outbox.items.length > 0;
  }

  /** Go on with the conversation that this device remembers, or open a new one. Does nothing where it has begun. */
  async begin() {
    if (this.hasBegun) return;
    await this.#start();
  }

  /** Leave this conversation, whatever its state, and open a new one beneath it. */
  async leaveAndBeginAnew() {
    this.#memory.session = undefined;
    await this.#start();
  }

  /** Show what has been said elsewhere meanwhile, such as in another tab of the shop. */
  refresh() {
    if (this.hasBegun && !this.isBusy) void this.#catchUp();
  }

  /** @param {string} text what the shopper wrote */
  say(text) {
    this.#post({ text, label: text });
  }

  /** @param {Choice} choice of the open question */
  pick(choice) {
    this.#post({ choice_id: choice.id, label: choice.label });
  }

  /** Try once more what could not be sent. */
  resend() {
    if (!this.hasBegun) void this.begin();
    else if (this.#memory.session) this.#outbox.resend();
    else void this.leaveAndBeginAnew();
  }

  /** @param {{text?: string, choice_id?: string, label: string}} what */
  #post(what) {
    const item = { message_id: newMessageId(), language: this.#visit.language, ...what };
    this.#show([ownMessage(item)]);
    this.#outbox.add(item);
    tell(this, "turn");
  }

  #start() {
    this.#beginning ??= this.#begin();
    tell(this, "turn");
    return this.#beginning;
  }

  async #begin() {
    try {
      const entered = await withRetries(
        () => enter(this.#api, this.#memory, this.#visit),
        (reason) => this.#face({ reason }),
      );
      this.#face(null);
      this.#entered(entered);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      this.#face({ reason: "failed", text: error.detail });
    }
    this.#beginning = undefined;
    tell(this, "turn");
  }

  /** @param {Entered} entered */
  #entered({ reply, isResumed }) {
    const unsent = this.#outbox.items;
    if (isResumed) {
      this.#take(reply, "redrawn");
      this.#show(unsent.map(ownMessage));
      this.#outbox.resend();
    } else {
      this.#outbox.empty();
      this.#giveBack(unsent);
      this.#take(reply);
    }
    this.#listen();
  }

  #newOutbox() {
    const outbox = new Outbox(
      (item) => this.#api.send(this.#memory.session?.session_token ?? "", item),
      (items) => (this.#memory.outbox = items),
      this.#memory.outbox,
    );
    hear(outbox, "sending", ({ item }) => this.#mark(item, "sending"));
    hear(outbox, "waiting", ({ reason }) => this.#face({ reason }));
    hear(outbox, "delivered", ({ item, reply }) => this.#delivered(item, reply));
    hear(outbox, "failed", ({ item, error }) => this.#failed(item, error));
    hear(outbox, "refused", ({ item, error }) => this.#refused(item, error));
    hear(outbox, "idle", () => tell(this, "turn"));
    return outbox;
  }

  /**
   * @param {Outgoing} item
   * @param {Reply} reply
   */
  #delivered(item, reply) {
    this.#mark(item, "sent");
    this.#face(null);
    if (reply.session_token && reply.expires_at) this.#memory.renew(reply.session_token, reply.expires_at);
    this.#take(reply);
  }

  /**
   * @param {Outgoing} item
   * @param {RequestFailed} error
   */
  #failed(item, error) {
    this.#mark(item, "failed");
    this.#face({ reason: "failed", text: error.detail });
  }

  /**
   * @param {Outgoing} item
   * @param {RequestFailed} error
   */
  #refused(item, error) {
    this.#mark(item, "refused");
    this.#face(error.status === 401 ? null : { reason: "refused", text: error.detail });
    if (error.status === 401) void this.#renew([item, ...this.#outbox.items]);
    else {
      this.#giveBack([item]);
      void this.#catchUp();
    }
  }

  /**
   * Open a new conversation in place of one that the gateway no longer knows.
   *
   * @param {Outgoing[]} unsent
   */
  async #renew(unsent) {
    for (const item of unsent) this.#mark(item, "refused");
    this.#outbox.empty();
    this.#show([widgetNotice("widget_renewed")]);
    this.#giveBack(unsent);
    await this.leaveAndBeginAnew();
  }

  /**
   * What was written for a conversation that is over goes back to the shopper: it would answer another question now.
   *
   * @param {Outgoing[]} items
   */
  #giveBack(items) {
    const text = items
      .map((item) => item.text ?? "")
      .filter(Boolean)
      .join("\n");
    if (text) tell(this, "returned", { text });
  }

  /** Show what has been said and is not shown yet; a failure is left to the next message, which will meet it too. */
  async #catchUp() {
    const token = this.#memory.session?.session_token;
    if (token)
      await this.#api.history(token).then(
        (history) => this.#take(history),
        () => undefined,
      );
  }

  #listen() {
    this.#listening.abort();
    this.#listening = new AbortController();
    const token = this.#memory.session?.session_token ?? "";
    const { signal } = this.#listening;
    void listen(
      (lastId) => this.#api.events(token, lastId, signal),
      signal,
      (message) => this.#show([message]),
    );
  }

  /**
   * @param {Reply} reply
   * @param {"redrawn"} [asWhole] whether the entries are a past conversation, which nobody reads out again
   */
  #take(reply, asWhole) {
    this.progress = reply.progress ?? null;
    this.hasEnded = reply.ended ?? false;
    this.isPutOff = reply.put_off ?? false;
    this.#memory.hasEnded = this.hasEnded;
    this.#memory.isPutOff = this.isPutOff;
    if (reply.language && reply.language !== this.#visit.language) {
      this.#visit.language = reply.language;
      tell(this, "language", { language: reply.language });
    }
    if (asWhole) {
      for (const message of reply.messages) this.transcript.add(message);
      tell(this, asWhole);
    } else this.#show(reply.messages);
    tell(this, "turn");
  }

  /** @param {(Message & {state?: import("./transcript.js").State, wording?: string})[]} messages */
  #show(messages) {
    for (const message of messages) {
      const entry = this.transcript.add({ language: this.#visit.language, ...message });
      if (entry) tell(this, "added", { entry });
    }
  }

  /**
   * @param {Outgoing} item
   * @param {import("./transcript.js").State} state
   */
  #mark(item, state) {
    const entry = this.transcript.mark(item.message_id, state);
    if (entry) tell(this, "changed", { entry });
  }

  /** @param {{reason: string, text?: string} | null} trouble null once all is well */
  #face(trouble) {
    this.trouble = trouble;
    tell(this, "trouble");
  }
}
