const PATIENCE_MS = 30_000;

/** A request that brought no good answer. `status` is 0 when nothing came back at all. */
export class RequestFailed extends Error {
  /**
   * @param {number} status
   * @param {string} detail what the server says to do about it; empty when it says nothing
   * @param {number} retryAfter seconds after which the server wants to be asked again; 0 when it did not say
   */
  constructor(status, detail, retryAfter) {
    super(`${status || "no answer"}: ${detail}`);
    this.status = status;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }

  /** Whether asking again later may help. */
  get isPassing() {
    return this.status === 0 || this.status === 429 || this.status >= 500 || this.retryAfter > 0;
  }
}

/**
 * Ask the gateway for JSON.
 *
 * @param {string} address
 * @param {{method?: string, body?: object, token?: string, language?: string}} [what] a body makes it a POST;
 *   `language` is the one to refuse in
 * @returns {Promise<any>} what came back; null for an answer without a body
 * @throws {RequestFailed}
 */
export async function request(address, { method, body, token, language } = {}) {
  const headers = { ...headersFor(token, body !== undefined), ...(language ? { "Accept-Language": language } : {}) };
  /** @type {Response} */
  let response;
  try {
    response = await fetch(address, {
      method: method ?? (body ? "POST" : "GET"),
      headers,
      body: body && JSON.stringify(body),
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.ok) return response.status === 204 ? null : await response.json();
  } catch (error) {
    throw new RequestFailed(0, String(error), 0);
  }
  throw new RequestFailed(response.status, await detailOf(response), Number(response.headers.get("Retry-After")) || 0);
}

/**
 * A module of ours.
 *
 * @param {string} address
 * @returns {Promise<any>}
 * @throws {RequestFailed}
 */
export async function fetchModule(address) {
  try {
    return await import(address);
  } catch (error) {
    throw new RequestFailed(0, String(error), 0);
  }
}

/**
 * @param {string | undefined} token
 * @param {boolean} hasBody
 * @returns {Record<string, string>}
 */
export function headersFor(token, hasBody) {
  return {
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
    ...(hasBody ? { "Content-Type": "application/json" } : {}),
  };
}

/**
 * @param {Response} response a refusal, as problem+json
 * @returns {Promise<string>}
 */
async function detailOf(response) {
  try {
    return String((await response.json()).detail ?? "");
  } catch {
    return ""; // A proxy on the way may answer in HTML; its status says enough.
  }
}
