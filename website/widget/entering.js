import { RequestFailed } from "../shared/http.js";

/**
 * @import { ChatApi, Reply } from "./chat_api.js"
 * @import { Memory } from "./memory.js"
 * @typedef {{language: string, page: string, identityToken?: string}} Visit
 * @typedef {{reply: Reply, isResumed: boolean}} Entered
 */

/**
 * Go on with the conversation that this device remembers; open a new one where it remembers none or where the gateway
 * no longer knows it.
 *
 * @param {ChatApi} api
 * @param {Memory} memory
 * @param {Visit} visit
 * @returns {Promise<Entered>} what has been said so far
 * @throws {RequestFailed}
 */
export async function enter(api, memory, visit) {
  const { session } = memory;
  if (!session) return { reply: await open(api, memory, visit), isResumed: false };
  try {
    return { reply: await api.history(session.session_token), isResumed: true };
  } catch (error) {
    if (!(error instanceof RequestFailed) || error.status !== 401) throw error;
    memory.session = undefined;
    return enter(api, memory, visit);
  }
}

/**
 * @param {ChatApi} api
 * @param {Memory} memory
 * @param {Visit} visit
 */
async function open(api, memory, { language, page, identityToken }) {
  const opened = await api.open({ locale: language, page, identity_token: identityToken });
  const { session_token, conversation_id, expires_at } = opened;
  memory.session = { session_token, conversation_id, expires_at };
  return opened;
}
