import { request, RequestFailed } from "../shared/http.js";

/**
 * @import { Memory } from "./memory.js"
 * @import { Place } from "./widget.js"
 * @typedef {{kind: "begin" | "go_on", remembered: boolean, after_seconds: number, cooldown_days: number,
 *   not_now_days: number}} Invitation
 */

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * What the visitor of this page may be invited to, once they have looked at it for as long as the shop wants. The
 * gateway is asked about customers whom the shop names; of everybody else only this browser knows anything.
 *
 * @param {Place} place
 * @returns {Promise<Invitation | undefined>} undefined where they are left in peace
 */
export async function invitationFor({ gateway, memory, visit }) {
  if (!memory.canRemember || hasHadEnough(memory)) return undefined;
  const invitation = await askFor(gateway, visit);
  if (!invitation) return undefined;
  await untilLookedAt(invitation.after_seconds);
  if (hasHadEnough(memory) || isResting(memory, invitation)) return undefined;
  return memory.isPutOff ? { ...invitation, kind: "go_on" } : invitation;
}

/**
 * Tell the gateway of a 'not now'. One that does not get there is remembered by this browser all the same.
 *
 * @param {Place} place
 */
export async function tellNotNow({ gateway, visit }) {
  await quietly(request(`${gateway}/api/chat/invitations/not-now`, { body: { identity_token: visit.identityToken } }));
}

/**
 * @param {string} gateway
 * @param {import("./entering.js").Visit} visit
 * @returns {Promise<Invitation | null | undefined>}
 */
async function askFor(gateway, { language, identityToken }) {
  const body = { locale: language, identity_token: identityToken };
  return (await quietly(request(`${gateway}/api/chat/invitations`, { body })))?.invitation;
}

/**
 * Whether they are in a conversation, or have been invited on this visit to the shop.
 *
 * @param {Memory} memory
 */
function hasHadEnough(memory) {
  return memory.isInConversation || memory.wasInvited;
}

/**
 * @param {Memory} memory
 * @param {Invitation} invitation
 */
function isResting(memory, { remembered, cooldown_days, not_now_days }) {
  if (isWithin(memory.notNowAt, not_now_days)) return true;
  return !remembered && isWithin(memory.endedAt, memory.isPutOff ? not_now_days : cooldown_days);
}

/**
 * @param {number | undefined} moment
 * @param {number} days
 */
function isWithin(moment, days) {
  return moment !== undefined && Date.now() - moment < days * DAY_MS;
}

/**
 * Settles once the page has been in sight for so long.
 *
 * @param {number} seconds
 */
function untilLookedAt(seconds) {
  return new Promise((resolve) => {
    let left = seconds;
    const counting = setInterval(() => {
      if (document.hidden) return;
      left -= 1;
      if (left > 0) return;
      clearInterval(counting);
      resolve(undefined);
    }, 1000);
  });
}

/**
 * What came back, or undefined: whoever cannot be asked about is not invited, and nobody needs to hear of it.
 *
 * @param {Promise<any>} answer
 */
async function quietly(answer) {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    return undefined;
  }
}
