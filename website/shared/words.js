import { request } from "./http.js";

/** @import { Language } from "./language.js" */

/** Everything that a page says, in one language, as the catalogue words it. */
export class Words {
  /** @type {Record<string, string>} */
  #words;
  /** @type {string} */
  #shop;

  /**
   * @param {Language} language
   * @param {string} shop the shop's name, which `{shop}` stands for
   * @param {Record<string, string>} words by id, with `{placeholders}`
   */
  constructor(language, shop, words) {
    this.language = language;
    this.#shop = shop;
    this.#words = words;
  }

  /**
   * @param {string} id
   * @param {Record<string, string | number>} [values] what the placeholders stand for
   * @returns {string}
   * @throws {Error} when the catalogue has no such wording or a placeholder has no value
   */
  say(id, values = {}) {
    const wording = this.#words[id];
    if (wording === undefined) throw new Error(`catalogue/wording has no '${id}' in ${this.language}.`);
    return wording.replace(/\{(\w+)\}/g, (_, name) => {
      const value = name === "shop" ? this.#shop : values[name];
      if (value === undefined) throw new Error(`The wording '${id}' needs a value for {${name}}.`);
      return String(value);
    });
  }
}

/**
 * The words in one language, from the gateway.
 *
 * @param {string} gateway its address, without a slash at the end
 * @param {Language} language
 * @returns {Promise<Words>}
 * @throws {import("./http.js").RequestFailed}
 */
export async function loadWords(gateway, language) {
  const answer = await request(`${gateway}/api/words?language=${language}`);
  return new Words(language, answer.shop_name, answer.words);
}
