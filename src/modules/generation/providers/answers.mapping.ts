import type { Failure, FailureCode, Submission } from '../domain/provider';

/** What a vendor's server answered in place of what was asked for. */
export interface HttpFault {
  /** `lost`: the request may have arrived. `unreached`: it cannot have. `unreadable`: good, but not JSON. */
  readonly kind: 'status' | 'lost' | 'unreached' | 'unreadable';
  readonly status: number;
  /** Seconds. */
  readonly retryAfter: number | null;
  /** Parsed, or `undefined`. */
  readonly body: unknown;
  readonly text: string;
}

/** Seconds of a `Retry-After` header, which is a number or a date. */
export function parseRetryAfter(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  const value = Number.isFinite(seconds) ? seconds : (Date.parse(header) - now) / 1_000;
  return Number.isFinite(value) ? Math.min(3_600, Math.max(0, Math.ceil(value))) : null;
}

const BY_STATUS: Readonly<Record<number, FailureCode>> = {
  401: 'AUTH',
  402: 'QUOTA',
  403: 'AUTH',
  408: 'TIMEOUT',
  425: 'TRANSIENT',
  429: 'RATE_LIMITED',
};

export function codeOfStatus(status: number): FailureCode {
  return BY_STATUS[status] ?? (status >= 500 ? 'TRANSIENT' : 'INVALID_INPUT');
}

export const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

export const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** Those of the values that are text, in one line. */
export const wordsIn = (...values: readonly unknown[]): string =>
  values
    .map((value) => text(value) ?? '')
    .join(' ')
    .trim();

/** What the vendor says in one of the usual places of an error's body. */
export function messageOf({ body, text: raw, kind, status }: HttpFault): string {
  if (kind === 'unreadable')
    return 'The server answered with a page in place of data; its address may be wrong.';
  if (kind === 'unreached') return `The server cannot be reached (${raw}).`;
  if (kind === 'lost') return `The connection broke before an answer came (${raw}).`;
  const said = record(body);
  const nested = record(said.error);
  const found =
    text(nested.message) ?? text(said.error) ?? text(said.message) ?? text(said.detail) ?? text(said.title);
  return (found ?? `The server answered ${status}.`).slice(0, 500);
}

/** The fault in our words, where the vendor has none of its own. */
export function failureOf(fault: HttpFault, code?: FailureCode): Failure {
  const own = fault.kind === 'status' ? codeOfStatus(fault.status) : 'TRANSIENT';
  return { state: 'failed', code: code ?? own, message: messageOf(fault), retryAfter: fault.retryAfter };
}

/** A gateway's time-out, a broken connection or a page say nothing of whether a submit arrived. */
export function isOpenEnded({ kind, status }: HttpFault): boolean {
  return kind === 'lost' || kind === 'unreadable' || status === 502 || status === 504;
}

/** What a failed submit means. `code`: what the vendor's own words say. */
export function submissionOf(fault: HttpFault, code?: FailureCode): Submission {
  return isOpenEnded(fault) ? { state: 'unknown', message: messageOf(fault) } : failureOf(fault, code);
}

const POLICY = /content.?policy|moderation|safety|nsfw|flagged|sensitive|prohibited|guardrail/i;
const USED_UP = /insufficient.?(quota|credit|balance|funds)|billing|exhausted.?balance|out of credit/i;
const NO_MEMORY = /out of memory|\boom\b|cuda error/i;

/** The code behind a vendor's free words, or `null` where they say nothing we know. */
export function codeOfWords(words: string): FailureCode | null {
  if (POLICY.test(words)) return 'CONTENT_POLICY';
  if (USED_UP.test(words)) return 'QUOTA';
  if (NO_MEMORY.test(words)) return 'TRANSIENT';
  return null;
}
