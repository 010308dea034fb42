import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** What a credential is for; part of its text and of its checksum, so that kinds cannot be swapped. */
export const KEY_KINDS = ['live', 'test', 'wrk', 'wrt', 'whs'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

export const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 30 base62 characters: 178 bits. */
export const BODY_LENGTH = 30;
const CHECK_LENGTH = 6;

/** For secret scanners too. The checksum tells a real key from a look-alike without asking anybody. */
const SHAPE = new RegExp(
  `^atl_(${KEY_KINDS.join('|')})_([0-9A-Za-z]{${BODY_LENGTH}})([0-9A-Za-z]{${CHECK_LENGTH}})$`,
);
/** A webhook's secret as its owner has it: `whsec_` and the base64 of `atl_whs_…`, as Standard Webhooks wants it. */
const SIGNING = 'whsec_YXRsX3doc1[0-9A-Za-z+/]{49}=';
/** Published for scanners of text, see docs/security.md. */
export const KEY_PATTERN = `\\batl_(${KEY_KINDS.join('|')})_[0-9A-Za-z]{${BODY_LENGTH + CHECK_LENGTH}}\\b|\\b${SIGNING}`;
const SIGNING_SHAPE = new RegExp(`^${SIGNING}$`);
const ANYWHERE = new RegExp(`atl_(?:${KEY_KINDS.join('|')})_[0-9A-Za-z]{${BODY_LENGTH + CHECK_LENGTH}}`, 'g');

/** CRC32 of prefix and body as six base62 digits, most significant first. */
function checksum(text: string): string {
  let rest = crc32(text);
  let digits = '';
  for (let place = 0; place < CHECK_LENGTH; place += 1) {
    digits = BASE62.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

/** The full text of a credential, e.g. `atl_live_` + body + checksum. Throws `RangeError` when the body is malformed. */
export function formatKey(kind: KeyKind, body: string): string {
  if (body.length !== BODY_LENGTH || !/^[0-9A-Za-z]+$/.test(body))
    throw new RangeError('a key body is 30 base62 characters');
  const head = `atl_${kind}_${body}`;
  return head + checksum(head);
}

/** A new credential of this kind: 178 random bits. */
export function newKeyText(kind: KeyKind): string {
  const digits = Array.from({ length: BODY_LENGTH }, () => BASE62.charAt(randomInt(BASE62.length)));
  return formatKey(kind, digits.join(''));
}

/** The secret of a webhook as its owner gets it. */
export function signingSecretOf(text: string): string {
  return `whsec_${Buffer.from(text).toString('base64')}`;
}

/** The credential that a text stands for: of a webhook's secret what lies within, everything else as it is. */
export function plainKey(text: string): string {
  return SIGNING_SHAPE.test(text) ? Buffer.from(text.slice('whsec_'.length), 'base64').toString() : text;
}

/** The kind of a well-formed credential; `null` when shape or checksum say that nobody ever issued it. */
export function kindOfKey(text: string): KeyKind | null {
  const match = SHAPE.exec(text);
  if (match === null) return null;
  return checksum(text.slice(0, -CHECK_LENGTH)) === match[3] ? (match[1] as KeyKind) : null;
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not decodable, so no key that anybody could read out of it that way
  }
}

/** Credentials in a text such as an address, percent-encoded or not; only those whose checksum says that they are real. */
export function keysInText(text: string): string[] {
  if (!text.includes('atl') && !text.includes('%')) return [];
  const found = [...(text.match(ANYWHERE) ?? []), ...(decoded(text).match(ANYWHERE) ?? [])];
  return [...new Set(found)].filter((key) => kindOfKey(key) !== null);
}

/** What a parser makes of JSON or a form: nothing else has texts to look at, and a stream refers to itself without end. */
function isParsed(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}

/** Credentials in any text of a parsed body; a file or a stream is none. Walks without recursion. */
export function keysInBody(body: unknown): string[] {
  const found: string[] = [];
  const waiting: unknown[] = [body];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string') {
      if (next.includes('atl_')) found.push(...keysInText(next));
    } else if (isParsed(next)) {
      waiting.push(...Object.values(next));
    }
  }
  return found;
}
