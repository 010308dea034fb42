/** Less than this behind what was said costs nobody their evening. Seconds. */
export const GRACE_SECONDS = 60;

/** Whether a missed p90 is one that credits come back for. `lateSeconds`: how long after it the clip was delivered. */
export function isLate({ lateSeconds }: { readonly lateSeconds: number }): boolean {
  return lateSeconds > GRACE_SECONDS;
}
