import { find } from "../shared/dom.js";
import { RequestFailed } from "../shared/http.js";
import { speak } from "../shared/page.js";
import { SignIn } from "../shared/sign_in.js";
import { StaffApi } from "../shared/staff_api.js";
import { reportsView } from "./reports.js";

/**
 * @import { Report } from "../shared/staff_api.js"
 * @import { Words } from "../shared/words.js"
 */

const api = new StaffApi();
const signIn = new SignIn(api, () => void open());
const trouble = find(document, "#trouble", HTMLElement);

/** @type {Report[] | undefined} */
let reports;
/** @type {Words} */
let words;

async function open() {
  try {
    ({ reports } = await api.reports());
    trouble.textContent = "";
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    trouble.textContent = error.detail || words.say("website_no_answer");
  }
  draw();
}

function draw() {
  find(document, "#none", HTMLElement).hidden = reports?.length !== 0;
  find(document, "#reports", HTMLElement).replaceChildren(...reportsView(reports ?? [], words));
}

await speak((spoken) => {
  words = spoken;
  signIn.words = spoken;
  draw();
});
await signIn.recall();
