/** @typedef {"en" | "zh-Hant"} Language */

const KEPT_AS = "askwell.language";

/**
 * The language of ours that a language tag stands for.
 *
 * @param {string | null | undefined} tag such as `zh-HK`
 * @returns {Language | undefined} undefined for no tag
 */
export function languageOf(tag) {
  if (!tag) return undefined;
  return tag.toLowerCase().startsWith("zh") ? "zh-Hant" : "en";
}

/**
 * The other of the two languages.
 *
 * @param {Language} language
 * @returns {Language}
 */
export function otherThan(language) {
  return language === "en" ? "zh-Hant" : "en";
}

/**
 * The language of a page: the one in its address, else the one chosen before, else the browser's.
 *
 * @returns {Language}
 */
export function languageOfPage() {
  const asked = new URLSearchParams(location.search).get("language");
  return languageOf(asked) ?? languageOf(localStorage.getItem(KEPT_AS)) ?? languageOf(navigator.language) ?? "en";
}

/** @param {Language} language the one that the pages open in from now on */
export function keepLanguage(language) {
  localStorage.setItem(KEPT_AS, language);
}
