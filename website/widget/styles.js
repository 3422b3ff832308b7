import { RequestFailed } from "../shared/http.js";

/** @type {Map<string, Promise<CSSStyleSheet>>} */
const sheets = new Map();

/**
 * Give a shadow root styles of ours, as constructed sheets: they need no permission from the shop's content policy
 * beyond the connection to the gateway.
 *
 * @param {ShadowRoot} root
 * @param {string[]} addresses of the style sheets
 * @throws {RequestFailed}
 */
export async function adoptStyles(root, addresses) {
  const adopted = await Promise.all(addresses.map(sheetAt));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...adopted];
}

/** @param {string} address */
function sheetAt(address) {
  const sheet = sheets.get(address) ?? sheetFrom(address);
  sheets.set(address, sheet);
  sheet.catch(() => sheets.delete(address));
  return sheet;
}

/** @param {string} address */
async function sheetFrom(address) {
  const response = await fetch(address).catch((error) => {
    throw new RequestFailed(0, String(error), 0);
  });
  if (!response.ok) throw new RequestFailed(response.status, address, 0);
  return new CSSStyleSheet().replace(await response.text());
}
