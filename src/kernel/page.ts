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

/** No list sorts by text that holds NUL, and Postgres would not even compare with it. */
const isKeyPart = (part: unknown): part is string | number =>
  (typeof part === 'string' && !part.includes('\0')) || typeof part === 'number';

/** The sort key of the last row shown, as an opaque text. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');
}

/** Reads a cursor of `parts` members; refuses (422) one that this list did not write. */
export function decodeCursor(cursor: string, parts: number): (string | number)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === parts && key.every(isKeyPart)) return key;
  } catch {
    // falls through to the refusal: whatever is wrong with it, the remedy is the same
  }
  throw refusal(pageRefusals, 'bad_cursor');
}

/** As `decodeCursor`, for a list sorted by one number of the database (bigint): what follows is older than this one. */
export function decodeNumberCursor(cursor: string): bigint {
  const [part] = decodeCursor(cursor, 1);
  if (typeof part === 'string' && /^\d{1,18}$/.test(part)) return BigInt(part);
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
