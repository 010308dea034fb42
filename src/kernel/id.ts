import { encodeTime, monotonicFactory } from 'ulid';

const next = monotonicFactory();

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
