import { element } from "../shared/dom.js";
import { RequestFailed } from "../shared/http.js";
import { newMessageId } from "../shared/outbox.js";

/**
 * @import { StaffApi, Waiting } from "../shared/staff_api.js"
 * @import { Words } from "../shared/words.js"
 */

const KINDS = { chat: "console_inbox_chat", ticket: "console_inbox_ticket", complaint: "console_inbox_complaint" };

/** One shopper who waits: what it is about, what was said, a place to write, and a way to close. */
export class WaitingCard {
  #heading = element("h3");
  #until = element("p", { class: "note" });
  #about = element("p", { class: "said" });
  #conversation = element("div", { class: "said" });
  #text = element("textarea", { class: "field", rows: "2", maxlength: "2000" });
  #trouble = element("p", { class: "trouble-note", role: "alert" });
  #api;
  #words;
  #id;
  #changed;

  /**
   * @param {StaffApi} api
   * @param {Words} words
   * @param {string} id
   * @param {() => void} changed called when something was written or closed
   */
  constructor(api, words, id, changed) {
    this.#api = api;
    this.#words = words;
    this.#id = id;
    this.#changed = changed;
    this.#text.setAttribute("aria-label", words.say("console_inbox_reply"));
    this.item = element("li", { class: "card" }, this.#heading, this.#until, this.#about, this.#past(), this.#form());
  }

  /** @param {Waiting} person */
  show(person) {
    const { language } = this.#words;
    const time = new Intl.DateTimeFormat(language, { dateStyle: "short", timeStyle: "short" });
    this.#heading.textContent = this.#words.say(KINDS[person.kind]);
    this.#until.textContent = this.#words.say("console_inbox_by", { time: time.format(new Date(person.answer_by)) });
    this.#about.textContent = person.text;
    this.#about.lang = person.language;
    const said = person.messages.map(({ text, from, language: spoken }) =>
      element("p", { class: `said-by-${from}`, lang: spoken }, text),
    );
    this.#conversation.replaceChildren(...said);
  }

  #past() {
    const title = element("summary", {}, this.#words.say("console_inbox_conversation"));
    return element("details", {}, title, this.#conversation);
  }

  #form() {
    const close = element("button", { type: "button", class: "button-quiet" }, this.#words.say("console_inbox_close"));
    close.addEventListener("click", () => this.#do(() => this.#api.close(this.#id, this.#text.value.trim())));
    const send = element("button", { class: "button" }, this.#words.say("console_inbox_send"));
    const form = element("form", { class: "ask-line" }, this.#text, send, close);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = this.#text.value.trim();
      if (text) void this.#do(() => this.#api.write(this.#id, newMessageId(), text));
    });
    return element("div", {}, this.#trouble, form);
  }

  /** @param {() => Promise<null>} act what empties the field when it has succeeded */
  async #do(act) {
    this.#trouble.textContent = "";
    try {
      await act();
      this.#text.value = "";
      this.#changed();
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      this.#trouble.textContent = error.detail || this.#words.say("website_no_answer");
    }
  }
}
