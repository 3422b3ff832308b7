import { element, find } from "./dom.js";
import { RequestFailed } from "./http.js";

/**
 * @import { StaffApi, StaffSession } from "./staff_api.js"
 * @import { Words } from "./words.js"
 */

/**
 * Who is signed in on a staff page: shows the form `#sign-in` to nobody, `#signed-in` to somebody, and their name and
 * the way out in `#who`.
 */
export class SignIn {
  #form = find(document, "#sign-in form", HTMLFormElement);
  #outside = find(document, "#sign-in", HTMLElement);
  #inside = find(document, "#signed-in", HTMLElement);
  #who = find(document, "#who", HTMLElement);
  #trouble = find(document, "#sign-in .trouble-note", HTMLElement);
  #api;
  #signedIn;
  /** @type {Words | undefined} */
  #words;
  /** @type {StaffSession | undefined} */
  #session;

  /**
   * @param {StaffApi} api
   * @param {(session: StaffSession) => void} signedIn called whenever somebody has come in
   */
  constructor(api, signedIn) {
    this.#api = api;
    this.#signedIn = signedIn;
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#submit();
    });
  }

  /** @param {Words} words */
  set words(words) {
    this.#words = words;
    this.#api.language = words.language;
    this.#drawWho();
  }

  /** Let in whoever has signed in before. */
  async recall() {
    await this.#attempt(() => this.#api.session(), false);
  }

  /** Show the form again to somebody whose sign-in has ended, and say so. */
  end() {
    this.#leave();
    this.#trouble.textContent = this.#words?.say("console_signed_out") ?? "";
  }

  async #submit() {
    const given = new FormData(this.#form);
    await this.#attempt(() => this.#api.signIn(String(given.get("name")), String(given.get("password"))), true);
  }

  /**
   * @param {() => Promise<StaffSession>} enter
   * @param {boolean} isAsked whether somebody waits to be told why it failed
   */
  async #attempt(enter, isAsked) {
    this.#trouble.textContent = "";
    try {
      this.#enter(await enter());
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      this.#leave();
      if (isAsked) this.#refuse(error);
    }
  }

  /** @param {StaffSession} session */
  #enter(session) {
    this.#session = session;
    this.#form.reset();
    this.#show();
    this.#signedIn(session);
  }

  /** @param {RequestFailed} error */
  #refuse(error) {
    this.#trouble.textContent = error.detail || (this.#words?.say("website_no_answer") ?? "");
    find(this.#form, "[name=password]", HTMLInputElement).select();
  }

  async #signOut() {
    await this.#api.signOut();
    location.reload(); // Nothing that was shown to them stays on the page.
  }

  #leave() {
    this.#session = undefined;
    this.#show();
    find(this.#form, "[name=name]", HTMLInputElement).focus();
  }

  #show() {
    this.#outside.hidden = this.#session !== undefined;
    this.#inside.hidden = this.#session === undefined;
    this.#drawWho();
  }

  #drawWho() {
    this.#who.replaceChildren();
    if (!this.#session || !this.#words) return;
    const out = element("button", { type: "button", class: "button-quiet" }, this.#words.say("console_sign_out"));
    out.addEventListener("click", () => this.#signOut());
    this.#who.append(
      element("span", { class: "note" }, this.#words.say("console_signed_in_as", { name: this.#session.name })),
      out,
    );
  }
}
