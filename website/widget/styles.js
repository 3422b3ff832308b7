import { RequestFailed } from "../shared/http.js";

/** @type {Map<string, Promise<CSSStyleSheet>>} */
const sheets = new Map();

/**
 * Styles of ours for a shadow root, as constructed sheets: they need no permission from the shop's content policy
 * beyond the connection to the gateway.
 *
 * @param {string} gateway its address, without a slash at the end
 * @param {string[]} files of the website
 * @returns {Promise<CSSStyleSheet[]>}
 * @throws {RequestFailed}
 */
export function fetchStyles(gateway, files) {
  return Promise.all(files.map((file) => sheetAt(`${gateway}/${file}`)));
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
