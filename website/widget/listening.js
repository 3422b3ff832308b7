import { RequestFailed } from "../shared/http.js";
import { pause } from "../shared/retry.js";

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Hear the messages that nobody asked for until `signal` ends it, connecting again whenever the connection ends.
 *
 * @param {(lastId: string) => AsyncGenerator<{id: string, message?: import("./chat_api.js").Message}>} connect
 * @param {AbortSignal} signal
 * @param {(message: import("./chat_api.js").Message) => void} hear
 * @returns {Promise<void>} settles when it is over, also when the gateway refuses the stream (the session is over)
 */
export async function listen(connect, signal, hear) {
  let lastId = "";
  for (let wait = FIRST_PAUSE_MS; !signal.aborted; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    try {
      for await (const { id, message } of connect(lastId)) {
        lastId = id || lastId;
        wait = FIRST_PAUSE_MS;
        if (message && !signal.aborted) hear(message);
      }
    } catch (error) {
      if (signal.aborted || (error instanceof RequestFailed && !error.isPassing)) return;
    }
    await pause(wait);
  }
}
