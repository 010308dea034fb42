import { hash } from 'node:crypto';
import { createParamDecorator, Injectable, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { refusal, refusals } from '../../kernel/refusal';
import { Database, type Tx } from '../db/database';
import { FIND_ANSWER, INSERT_ANSWER, TRY_KEY } from './idempotency.sql';

export const idempotencyRefusals = refusals('idempotency', {
  key_reused: {
    kind: 'invalid',
    says: 'This Idempotency-Key was used with another request. Use a new key for a new request.',
  },
  in_flight: {
    kind: 'conflict',
    says: 'A request with this Idempotency-Key is still being worked on. Ask again in a moment with the same key.',
  },
  bad_key: { kind: 'invalid', says: 'An Idempotency-Key has 1 to 255 printable ASCII characters.' },
});

/** What makes two requests the same: who, under which key, asking for what. `key: null` runs without protection. */
export interface Once {
  readonly owner: string;
  readonly key: string | null;
  readonly fingerprint: string;
}

/** Recursively sorted JSON, so that member order does not make another request of it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    members.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** Identity of a request for `owner`. Refuses (422) a malformed key. */
export function onceOf(
  owner: string,
  key: string | undefined,
  request: { method: string; path: string; body: unknown },
): Once {
  if (key !== undefined && !/^[\x21-\x7e]{1,255}$/.test(key)) throw refusal(idempotencyRefusals, 'bad_key');
  const text = `${request.method} ${request.path}\n${canonical(request.body ?? null)}`;
  return { owner, key: key ?? null, fingerprint: hash('sha256', text) };
}

/** Controller parameter: the identity of this request, from its Idempotency-Key header and the signed-in caller. */
export const OnceKey = createParamDecorator((_: unknown, context: ExecutionContext): Once => {
  const request = context.switchToHttp().getRequest<FastifyRequest & { actor?: { id: string } }>();
  const header = request.headers['idempotency-key'];
  const path = request.url.split('?')[0] ?? request.url;
  return onceOf(request.actor?.id ?? `address:${request.ip}`, Array.isArray(header) ? header[0] : header, {
    method: request.method,
    path,
    body: request.body,
  });
});

/** Effects that happen once per key: the answer is stored in the same transaction as the effect. */
@Injectable()
export class Idempotency {
  constructor(private readonly db: Database) {}

  /**
   * The stored answer of the first run of this request, if there was one: for services that look at other modules before
   * their transaction. What was true then need not be true any more, and the answer stands all the same.
   */
  async before<T extends object>({ owner, key, fingerprint }: Once): Promise<T | null> {
    if (key === null) return null;
    const [row] = await this.db.read<{ fingerprint: string; answer: T }>(FIND_ANSWER, [owner, key]);
    if (row === undefined) return null;
    if (row.fingerprint !== fingerprint) throw refusal(idempotencyRefusals, 'key_reused');
    return row.answer;
  }

  /**
   * Runs `work` in a transaction, or returns the stored answer of the first run of the same request. The answer must
   * be plain JSON. A refusal is not stored: the same key may be tried again once its cause is gone.
   */
  async run<T extends object>(once: Once, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.tx(async (tx) => {
      if (once.key === null) return work(tx);
      const [lock] = await tx.query<{ got: boolean }>(TRY_KEY, [`${once.owner}\n${once.key}`]);
      if (lock?.got !== true) throw refusal(idempotencyRefusals, 'in_flight');
      const [row] = await tx.query<{ fingerprint: string; answer: T }>(FIND_ANSWER, [once.owner, once.key]);
      if (row !== undefined) {
        if (row.fingerprint !== once.fingerprint) throw refusal(idempotencyRefusals, 'key_reused');
        return row.answer;
      }
      const answer = await work(tx);
      await tx.run(INSERT_ANSWER, [once.owner, once.key, once.fingerprint, JSON.stringify(answer)]);
      return answer;
    });
  }
}
