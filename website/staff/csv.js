const NEEDS_QUOTES = /[",\r\n]/;
const BEGINS_A_FORMULA = /^[=+\-@\t\r]/;

/**
 * A table as CSV with a header row. Text that a spreadsheet would run as a formula gets an apostrophe before it.
 *
 * @param {{columns: {label: string}[], rows: (string | number | null)[][]}} table
 * @returns {string}
 */
export function csvOf({ columns, rows }) {
  const lines = [columns.map((column) => column.label), ...rows];
  return lines.map((line) => line.map(field).join(",")).join("\r\n");
}

/** @param {string | number | null} value */
function field(value) {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = BEGINS_A_FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
