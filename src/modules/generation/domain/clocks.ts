/** The clocks of a render besides the lease (ATELIER_LEASE_SECONDS). Seconds. */

const DEADLINE_FLOOR_SECONDS = 120;
const DEADLINE_FACTOR = 8;

/** After this long a render is stopped uncharged, however lively its worker: far above the estimate, yet an end. */
export function deadlineSeconds(estimate: number): number {
  return Math.ceil(DEADLINE_FLOOR_SECONDS + DEADLINE_FACTOR * estimate);
}

/** A released clip that nobody has taken by then is enqueued again: the queue may have lost it. Harmless when not. */
export const UNTAKEN_SECONDS = 15;

/** A clip that nobody could start for a day is given up and its credits returned. */
export const PATIENCE_SECONDS = 24 * 3_600;
