/**
 * Tell whoever listens to `target` that something has happened.
 *
 * @param {EventTarget} target
 * @param {string} type
 * @param {object} [detail]
 */
export function tell(target, type, detail = {}) {
  target.dispatchEvent(new CustomEvent(type, { detail }));
}

/**
 * React to each event of a type by its detail.
 *
 * @param {EventTarget} target
 * @param {string} type
 * @param {(detail: any) => void} react
 */
export function hear(target, type, react) {
  target.addEventListener(type, (event) => react(/** @type {CustomEvent} */ (event).detail));
}
