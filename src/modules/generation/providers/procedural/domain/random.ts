/**
 * Seeded randomness. Every purpose draws from a stream of its own (`randomFor('…|stars')`), so that adding a draw to one
 * purpose does not move anything else in the picture.
 */

/** Returns the next number, 0 … 1 (1 excluded). */
export type Random = () => number;

/** Four well-mixed 32-bit words from a text (xmur3, public domain by bryc). */
function hashWords(text: string): [number, number, number, number] {
  let hash = 1779033703 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  const next = (): number => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
    hash ^= hash >>> 16;
    return hash >>> 0;
  };
  return [next(), next(), next(), next()];
}

/** A stream that is the same for the same text on every machine (sfc32, public domain by Chris Doty-Humphrey). */
export function randomFor(text: string): Random {
  let [a, b, c, counter] = hashWords(text);
  const next: Random = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  // The first outputs still resemble the seed words.
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** One entry of a list. */
export function choose<T>(random: Random, list: readonly T[]): T {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new Error('choose needs at least one entry');
  return item;
}

/** A number in `low` … `high`. */
export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}
