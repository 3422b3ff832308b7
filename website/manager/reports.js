import { element } from "../shared/dom.js";

/**
 * @import { Report } from "../shared/staff_api.js"
 * @import { Words } from "../shared/words.js"
 */

/**
 * The reports as a manager finds them: the newest by itself, the earlier ones beneath it.
 *
 * @param {Report[]} reports newest first
 * @param {Words} words
 * @returns {HTMLElement[]} nothing for no reports
 */
export function reportsView([newest, ...earlier], words) {
  if (!newest) return [];
  const sections = [section("manager_newest", [reportView(newest, words, "button")], words)];
  if (earlier.length > 0)
    sections.push(
      section(
        "manager_earlier",
        earlier.map((report) => reportView(report, words, "button-quiet")),
        words,
      ),
    );
  return sections;
}

/**
 * @param {string} heading
 * @param {HTMLElement[]} reports
 * @param {Words} words
 */
function section(heading, reports, words) {
  return element(
    "section",
    { class: heading.replace("manager_", "") },
    element("h2", {}, words.say(heading)),
    ...reports,
  );
}

/**
 * @param {Report} report
 * @param {Words} words
 * @param {string} look of the link to its page
 */
function reportView(report, words, look) {
  const { title, since, until, created_at, language, files } = report;
  const about = element(
    "div",
    {},
    element("h3", { lang: language }, title),
    element("p", {}, words.say("manager_period", { since: day(since, words), until: day(until, words) })),
    element("p", { class: "note" }, words.say("manager_written", { date: day(created_at, words) })),
  );
  const links = [
    link(files.page, "manager_open", report, words, look),
    link(files.pdf, "manager_pdf", report, words, "button-quiet"),
    link(files.spreadsheet, "manager_spreadsheet", report, words, "button-quiet"),
  ];
  return element(
    "article",
    { class: "report card" },
    about,
    element("p", { class: "files" }, ...links.filter((made) => made !== undefined)),
  );
}

/**
 * @param {string | undefined} address
 * @param {string} wording
 * @param {Report} report
 * @param {Words} words
 * @param {string} look
 */
function link(address, wording, report, words, look) {
  if (!address) return undefined;
  const text = words.say(wording);
  const label = words.say("manager_file_of_report", { file: text, report: report.title });
  return element("a", { href: address, class: look, "aria-label": label }, text);
}

/**
 * @param {string} date a day or a time, as ISO 8601
 * @param {Words} words
 */
function day(date, words) {
  const isDay = date.length === "2026-03-02".length;
  return new Intl.DateTimeFormat(`${words.language}-HK`, {
    dateStyle: "long",
    timeZone: isDay ? "UTC" : undefined,
  }).format(new Date(date));
}
