import { RequestFailed } from "./http.js";

const WAITS_MS = [500, 1000, 2000, 4000, 8000];
const LONGEST_WAIT_MS = 60_000;

/** @typedef {"offline" | "busy" | "slow"} Reason why an attempt has to be made again */

/**
 * Attempt something until it succeeds, waiting longer each time, as long as the server asks, or until the device is
 * online again.
 *
 * @template Result
 * @param {() => Promise<Result>} attempt rejects with RequestFailed
 * @param {(reason: Reason) => void} onWaiting called before each wait
 * @returns {Promise<Result>}
 * @throws {RequestFailed} the last failure, or one that another attempt cannot mend
 */
export async function withRetries(attempt, onWaiting) {
  for (const wait of WAITS_MS) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof RequestFailed) || !error.isPassing) throw error;
      if (error.retryAfter * 1000 > LONGEST_WAIT_MS) throw error;
      onWaiting(reasonOf(error));
      await (navigator.onLine ? pause(Math.max(wait, error.retryAfter * 1000)) : untilOnline());
    }
  }
  return attempt();
}

/**
 * @param {RequestFailed} error
 * @returns {Reason}
 */
function reasonOf(error) {
  if (!navigator.onLine) return "offline";
  return error.status === 429 ? "busy" : "slow";
}

/** @param {number} milliseconds */
export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Settles once the device is connected to a network again. */
function untilOnline() {
  return new Promise((resolve) => addEventListener("online", resolve, { once: true }));
}

const LONGEST_SILENCE_MS = 60_000;

/**
 * Attempt something for as long as the server does not answer.
 *
 * @template Result
 * @param {() => Promise<Result>} attempt rejects with RequestFailed
 * @returns {Promise<Result>}
 */
export async function untilItAnswers(attempt) {
  for (let wait = 1000; ; wait = Math.min(wait * 2, LONGEST_SILENCE_MS)) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof RequestFailed) || !error.isPassing) throw error;
      await pause(wait);
    }
  }
}
