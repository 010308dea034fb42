import { refusal, refusals } from './refusal';

export const pageRefusals = refusals('page', {
  bad_cursor: { kind: 'invalid', says: 'This cursor is not one of this list. Start again without a cursor.' },
});

/** One page of a keyset list. `next` is opaque: hand it back as `cursor` for the following page; `null` ends the list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export const PAGE_LIMIT = 100;

/** The sort key of the last row shown, as an opaque text. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');
}

/** Reads a cursor of `parts` members; refuses (422) one that this list did not write. */
export function decodeCursor(cursor: string, parts: number): (string | number)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isKey =
      Array.isArray(key) &&
      key.length === parts &&
      key.every((part) => typeof part === 'string' || typeof part === 'number');
    if (isKey) return key;
  } catch {
    // falls through to the refusal: whatever is wrong with it, the remedy is the same
  }
  throw refusal(pageRefusals, 'bad_cursor');
}

/** Cuts `rows` (fetched with limit + 1) to a page. `keyOf` gives the sort key of a row. */
export function toPage<R, T>(
  rows: readonly R[],
  limit: number,
  keyOf: (row: R) => (string | number)[],
  view: (row: R) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(view),
    next: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null,
  };
}
