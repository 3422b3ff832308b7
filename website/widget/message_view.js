import { element } from "../shared/dom.js";

/**
 * @import { Entry } from "./transcript.js"
 * @import { Words } from "../shared/words.js"
 */

/**
 * One message as it stands in the log. Whatever anybody wrote is set as text.
 *
 * @param {Entry} entry
 * @param {Words} words
 * @returns {HTMLElement}
 */
export function messageView(entry, words) {
  const from = entry.from ?? "assistant";
  const speaker = words.say(`widget_from_${from}`);
  const text = entry.wording ? words.say(entry.wording) : entry.text;
  const view = element("div", {
    class: `message from-${from} kind-${entry.kind}`,
    lang: entry.wording ? words.language : entry.language,
  });
  view.append(speakerView(from, speaker), element("p", { class: "bubble" }, text), stateView(entry, words));
  return view;
}

/**
 * @param {string} from
 * @param {string} speaker seen where a member of staff speaks, and otherwise read out only: the side tells who speaks
 */
function speakerView(from, speaker) {
  return element("p", { class: from === "staff" ? "speaker" : "visually-hidden" }, speaker);
}

/**
 * @param {Entry} entry
 * @param {Words} words
 */
function stateView({ state }, words) {
  const said = state === "failed" || state === "refused" ? words.say(`widget_message_${state}`) : "";
  return element("p", { class: "state" }, said);
}
