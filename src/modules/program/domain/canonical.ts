import { createHash } from 'node:crypto';

/**
 * JSON with one spelling per value: members sorted by UTF-16 code units at every depth, no white space, members that
 * are `undefined` left out (RFC 8785 for strings, booleans, null and integers, which is all that is published).
 * Throws `TypeError` on a fraction, `NaN` or a bigint: their spelling would not be portable.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    members.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
  }
  throw new TypeError(`this ${typeof value} has no canonical JSON`);
}

/** sha256 of the canonical JSON, in lower-case hex: anybody can recompute it from what the API shows. */
export function contentHash(content: object): string {
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex');
}
