import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { refusal } from '../../kernel/refusal';
import { mayCarry } from './upload';
import { inputRefusals } from './validation';

/** No request of Atelier nests deeper than a handful; whatever walks a body recursively after this may do so. */
const DEEPEST = 32;

/** Members of one object, and values of a whole request: far above any real one, far below what makes validation slow. */
const MOST_MEMBERS = 1_000;
const MOST_VALUES = 20_000;

/** NUL and halves of a surrogate pair: JSON and URLs can carry them, Postgres' text and jsonb cannot. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

/** Why a parsed value may not go further, or `null`. Walks without recursion: depth is what it protects from. */
export function inputFault(value: unknown): string | null {
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 1 }];
  let seen = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    seen += 1;
    if (seen > MOST_VALUES) return `A request may hold ${MOST_VALUES} values at most.`;
    if (typeof next.value === 'string' && UNSTORABLE.test(next.value))
      return 'Text must not hold NUL characters or half a surrogate pair.';
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth > DEEPEST) return `Values may be nested ${DEEPEST} deep at most.`;
    const members = Object.entries(next.value);
    if (!Array.isArray(next.value) && members.length > MOST_MEMBERS)
      return `An object may have ${MOST_MEMBERS} members at most.`;
    for (const [name, member] of members) {
      if (UNSTORABLE.test(name)) return 'Names must not hold NUL characters or half a surrogate pair.';
      waiting.push({ value: member, depth: next.depth + 1 });
    }
  }
  return null;
}

/** Hook before the body is read: every body of this API is JSON, but for the few routes that take a file. */
export async function onlyJson({ headers, routeOptions, url }: FastifyRequest): Promise<void> {
  if ((routeOptions.config as { takesFiles?: boolean } | undefined)?.takesFiles === true) return;
  if (mayCarry(url, headers['content-type'] ?? '')) return;
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  const isJson = /^application\/(.+\+)?json\b/i.test(headers['content-type'] ?? '');
  if (hasBody && !isJson) throw refusal(inputRefusals, 'not_json');
}

/** Hook before guards and validation: refuses (422) what the recursive validator or the database would break on. */
export async function boundInput({ body, params, query }: FastifyRequest): Promise<void> {
  const isText = typeof body === 'object' && !Buffer.isBuffer(body) && !(body instanceof Readable);
  const fault = inputFault(params) ?? inputFault(query) ?? (isText ? inputFault(body) : null);
  if (fault !== null) throw refusal(inputRefusals, 'invalid', { detail: fault });
}
