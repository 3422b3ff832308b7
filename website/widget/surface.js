import { fetchModule } from "../shared/http.js";
import { pause } from "../shared/retry.js";
import { fetchStyles } from "./styles.js";

/**
 * What is used of deep-chat's element.
 *
 * @typedef {HTMLElement & Record<string, any> & {
 *   addMessage: (message: {role: "user" | "ai", html: string}) => void,
 *   displayLoadingBubble: {toggle: (config?: object) => void}}} DeepChat
 */

const NEAR_THE_END = 40;
const STYLES = ["shared/base.css", "widget/log.css"];

const OURS = {
  // Without a family of its own deep-chat loads one from another host.
  style: { fontFamily: "inherit", width: "100%", height: "100%", backgroundColor: "transparent" },
  // The composer beneath it is a real text field, which spelling, undo and Chinese input know how to handle.
  inputAreaStyle: { display: "none" },
  // Without a connection it shows how to set one up; messages travel through the conversation instead.
  connect: { handler: () => undefined },
};

/**
 * The list of messages, on deep-chat: it groups, scrolls and shows that an answer is being written. It reads a
 * message's text as Markdown, which would turn what a customer wrote into pictures and links, and runs scripts that
 * stand in a message's HTML: it is given empty places only, into which the log puts text.
 */
export class Surface {
  #chat;
  #log;
  #isTyping = false;
  #count = 0;

  /** @param {DeepChat} chat an element that has been rendered */
  constructor(chat) {
    this.#chat = chat;
    this.#log = /** @type {HTMLElement} */ (/** @type {ShadowRoot} */ (chat.shadowRoot).getElementById("messages"));
    this.#log.setAttribute("role", "log");
    this.#log.tabIndex = 0; // The keyboard scrolls what it can focus.
    this.#stayAtEnd();
  }

  /** Whoever reads the newest message goes on seeing it when the log becomes smaller, such as for a keyboard. */
  #stayAtEnd() {
    let isAtEnd = true;
    const log = this.#log;
    log.addEventListener(
      "scroll",
      () => (isAtEnd = log.scrollTop + log.clientHeight > log.scrollHeight - NEAR_THE_END),
    );
    new ResizeObserver(() => isAtEnd && log.scrollTo({ top: log.scrollHeight })).observe(log);
  }

  /** @param {string} label */
  label(label) {
    this.#log.setAttribute("aria-label", label);
  }

  /** @param {boolean} isQuiet whether a screen reader leaves what is added unread */
  setQuiet(isQuiet) {
    this.#log.setAttribute("aria-live", isQuiet ? "off" : "polite");
  }

  /**
   * @param {"user" | "ai"} role whose side of the log it is on
   * @returns {HTMLElement} an empty place at the end of the log
   */
  addPlace(role) {
    const name = `place-${(this.#count += 1)}`;
    this.#chat.addMessage({ role, html: `<div class="${name}"></div>` });
    return /** @type {HTMLElement} */ (this.#log.querySelector(`.${name}`));
  }

  /** @param {boolean} isTyping whether an answer is being waited for */
  showTyping(isTyping) {
    if (isTyping === this.#isTyping) return;
    this.#isTyping = isTyping;
    this.#chat.displayLoadingBubble.toggle(isTyping ? {} : undefined);
  }

  focus() {
    this.#log.focus({ preventScroll: true });
  }
}

/**
 * @param {HTMLElement} container
 * @param {string} gateway which serves deep-chat
 * @returns {Promise<Surface>}
 * @throws {import("../shared/http.js").RequestFailed}
 */
export async function createSurface(container, gateway) {
  const styles = await fetchStyles(gateway, STYLES);
  if (!customElements.get("deep-chat")) await fetchModule(`${gateway}/vendor/deep-chat.js`);
  const chat = /** @type {DeepChat} */ (document.createElement("deep-chat"));
  const { style, ...properties } = OURS;
  Object.assign(chat, properties, { displayLoadingBubble: { toggle: () => undefined } });
  Object.assign(chat.style, style);
  container.append(chat);
  await untilItIsRendered();
  /** @type {ShadowRoot} */ (chat.shadowRoot).adoptedStyleSheets.push(...styles);
  return new Surface(chat);
}

/**
 * deep-chat draws itself 20 ms after it was made, or two timers after a property was set, whichever comes first; on a
 * busy device it does both, and the second time throws the first away. Timers come in the order in which they were
 * set, so that two of ours, begun after its properties were set, end after it has drawn itself for good.
 */
async function untilItIsRendered() {
  await pause(0);
  await pause(0);
}
