import type { Problem } from './problem';

const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 24 * HOUR_SECONDS;
/** Room comes when a clip ends, and nobody knows when: often enough to be quick, seldom enough to be cheap. */
const ROOM_SECONDS = 15;
const UNAVAILABLE_SECONDS = 2;

const untilNext = (period: number, now: Date): number =>
  period - (Math.floor(now.getTime() / 1_000) % period);

/** Caps that end by the clock (UTC), or with the next clip that ends. */
const BY_CODE: Readonly<Record<string, (now: Date) => number>> = {
  'access.key_hour_cap': (now) => untilNext(HOUR_SECONDS, now),
  'access.key_day_cap': (now) => untilNext(DAY_SECONDS, now),
  'access.key_open_cap': () => ROOM_SECONDS,
  'generation.queue_full': () => ROOM_SECONDS,
};

/** Whole seconds after which asking again makes sense, for `Retry-After`; null: time alone changes nothing. */
export function retryAfterOf(
  { retryAfterSeconds, code }: Problem,
  status: number,
  now = new Date(),
): number | null {
  if (typeof retryAfterSeconds === 'number') return retryAfterSeconds;
  if (status === 503) return UNAVAILABLE_SECONDS;
  return status === 429 && typeof code === 'string' ? (BY_CODE[code]?.(now) ?? null) : null;
}
