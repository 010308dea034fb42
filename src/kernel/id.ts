import { encodeTime, monotonicFactory } from 'ulid';

/** One call for two thousand characters instead of one for each. */
const POOL_BYTES = 2_048;
const pool = new Uint8Array(POOL_BYTES);
let used = POOL_BYTES;

function random(): number {
  if (used >= POOL_BYTES) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  const byte = pool[used] ?? 0;
  used += 1;
  return byte / 256;
}

const next = monotonicFactory(random);

/** A prefixed, sortable identifier such as `gen_01jd…`: 26 Crockford base32 characters, lower case. Never a secret. */
export type Id<P extends string = string> = `${P}_${string}`;

/** A new id under `prefix`; ids made by one process sort in the order they were made. */
export function newId<P extends string>(prefix: P): Id<P> {
  return `${prefix}_${next().toLowerCase()}`;
}

/** Whether `text` has the shape of an id under `prefix` (it says nothing about existence). */
export function isId(prefix: string, text: string): boolean {
  return (
    text.length === prefix.length + 27 &&
    text.startsWith(`${prefix}_`) &&
    /^[0-9a-hjkmnp-tv-z]{26}$/.test(text.slice(-26))
  );
}

/** The lowest id under `prefix` that can have been made at `at` or later: a bound for a range over ids. */
export function firstIdAt<P extends string>(prefix: P, at: Date): Id<P> {
  return `${prefix}_${encodeTime(at.getTime(), 10).toLowerCase()}${'0'.repeat(16)}`;
}
