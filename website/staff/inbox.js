import { find } from "../shared/dom.js";
import { RequestFailed } from "../shared/http.js";
import { WaitingCard } from "./waiting_card.js";

/**
 * @import { StaffApi } from "../shared/staff_api.js"
 * @import { Words } from "../shared/words.js"
 */

const LOOK_EVERY_MS = 15_000;

/** Shoppers who wait for a person, the most urgent first. What is being written to one stays while the list changes. */
export class Inbox {
  #section = find(document, "#inbox", HTMLElement);
  #list = find(document, "#inbox .waiting", HTMLElement);
  /** @type {Map<string, WaitingCard>} */
  #cards = new Map();
  /** @type {Words | undefined} */
  #words;
  /** @type {number | undefined} */
  #timer;
  #api;

  /** @param {StaffApi} api */
  constructor(api) {
    this.#api = api;
  }

  /** @param {Words} words */
  set words(words) {
    this.#words = words;
    this.#cards.clear();
    if (this.#timer !== undefined) void this.#look();
  }

  /** Look now, and again every quarter of a minute. */
  open() {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
    return this.#look();
  }

  async #look() {
    if (!this.#words) return;
    try {
      const { waiting } = await this.#api.inbox();
      this.#show(waiting, this.#words);
    } catch (error) {
      // Nobody has asked for this look: the next one may succeed, and a sign-in that has ended is told elsewhere.
      if (!(error instanceof RequestFailed)) throw error;
    }
  }

  /**
   * @param {import("../shared/staff_api.js").Waiting[]} waiting
   * @param {Words} words
   */
  #show(waiting, words) {
    const cards = waiting.map((person) => {
      const card = this.#cards.get(person.id) ?? new WaitingCard(this.#api, words, person.id, () => void this.#look());
      card.show(person);
      return card;
    });
    this.#cards = new Map(waiting.map(({ id }, place) => [id, cards[place]]));
    this.#section.hidden = cards.length === 0;
    const items = cards.map((card) => card.item);
    const isSame = items.length === this.#list.children.length && items.every((item) => item.isConnected);
    if (!isSame) this.#list.replaceChildren(...items);
  }
}
