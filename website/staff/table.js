import { element } from "../shared/dom.js";
import { csvOf } from "./csv.js";

/**
 * @import { Words } from "../shared/words.js"
 * @typedef {{name: string, label: string, kind: "text" | "number" | "percent" | "money" | "date"}} Column
 * @typedef {string | number | null} Cell
 * @typedef {{restated: string, columns: Column[], rows: Cell[][], total: number | null, suppressed: number}} Table
 *   its `total` is null where the customers are too few to be counted
 */

/**
 * A table as it is read: how the question was understood, the rows, and what to know about them.
 *
 * @param {Table} table
 * @param {Words} words
 * @param {string | undefined} understood how the question was understood, where the answer says so itself
 * @returns {HTMLElement}
 */
export function tableView(table, words, understood) {
  const restated = understood ?? words.say("console_understood", { restated: table.restated });
  const caption = element("p", { class: "understood" }, restated);
  if (table.rows.length === 0) {
    const why = table.total === 0 ? "console_no_rows" : "console_too_few";
    return element("div", { class: "answer card" }, caption, element("p", {}, words.say(why)));
  }
  return element("div", { class: "answer card" }, caption, rowsView(table, words), footView(table, words));
}

/**
 * @param {Table} table
 * @param {Words} words
 */
function rowsView({ restated, columns, rows }, words) {
  const head = element(
    "tr",
    {},
    ...columns.map(({ label, kind }) => element("th", { scope: "col", class: kind }, label)),
  );
  const body = rows.map((row) =>
    element("tr", {}, ...row.map((cell, place) => cellView(cell, columns[place], place, words))),
  );
  const view = element(
    "table",
    {},
    element("caption", { class: "visually-hidden" }, restated),
    element("thead", {}, head),
    element("tbody", {}, ...body),
  );
  view.style.setProperty("--columns", String(columns.length));
  return element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": restated }, view);
}

/**
 * @param {Cell} cell
 * @param {Column} column
 * @param {number} place the first column names its row
 * @param {Words} words
 */
function cellView(cell, { kind }, place, words) {
  const text = worded(cell, kind, words.language);
  return place === 0 ? element("th", { scope: "row", class: kind }, text) : element("td", { class: kind }, text);
}

/**
 * @param {Cell} cell
 * @param {Column["kind"]} kind
 * @param {string} language
 * @returns {string}
 */
function worded(cell, kind, language) {
  if (cell === null) return "–";
  if (typeof cell === "string") return cell;
  const digits = kind === "money" ? 2 : kind === "percent" ? 1 : undefined;
  const style = kind === "percent" ? "percent" : "decimal";
  return new Intl.NumberFormat(language, {
    style,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits ?? 3,
  }).format(cell);
}

/**
 * @param {Table} table
 * @param {Words} words
 */
function footView(table, words) {
  const { language } = words;
  const notes = [words.say("console_rows", { rows: worded(table.rows.length, "number", language) })];
  if (table.total !== null) notes.push(words.say("console_total", { total: worded(table.total, "number", language) }));
  if (table.suppressed > 0) notes.push(words.say("console_suppressed", { suppressed: table.suppressed }));
  const paragraphs = notes.map((note) => element("p", { class: "note" }, note));
  return element("div", { class: "foot" }, ...paragraphs, copyButton(table, words));
}

/**
 * @param {Table} table
 * @param {Words} words
 */
function copyButton(table, words) {
  const button = element("button", { type: "button", class: "button-quiet" }, words.say("console_copy"));
  const said = element("span", { class: "note", role: "status" });
  button.addEventListener("click", async () => {
    const done = await copied(csvOf(table));
    said.textContent = words.say(done ? "console_copied" : "console_not_copied");
  });
  return element("div", { class: "copy" }, said, button);
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether it is on the clipboard now; a page without HTTPS may not use it
 */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
