import { hash } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refusal, refusals } from '../../kernel/refusal';
import type { Database } from '../db/database';
import { COUNT_HIT, DROP_ENDED } from './rate-limit.sql';

export const rateRefusals = refusals('rate', {
  too_many_requests: {
    kind: 'exhausted',
    says: 'Too many requests in a short time. Nothing was done; wait as many seconds as Retry-After says.',
  },
});

const WINDOW_S = 60;

interface RouteClass {
  readonly name: string;
  /** Share of the requests an address may make that one caller may spend on this class. */
  readonly share: number;
  /** Counted over all processes, in Postgres. */
  readonly isShared?: boolean;
  readonly holds: (method: string, route: string) => boolean;
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Ways in, secrets, reports of leaks: what somebody would try by the thousand. */
const SENSITIVE =
  /session|sign|passw|reset|invit|factor|passkey|recover|staff|people$|keys|leak|webhook|oidc/i;

/** In this order; the first that holds. */
const CLASSES: readonly RouteClass[] = [
  {
    name: 'export',
    share: 0.05,
    isShared: true,
    holds: (method, route) => READS.has(method) && /\.csv$|export/.test(route),
  },
  {
    name: 'sensitive',
    share: 0.2,
    isShared: true,
    holds: (method, route) => !READS.has(method) && SENSITIVE.test(route),
  },
  { name: 'write', share: 0.5, holds: (method) => !READS.has(method) },
  { name: 'read', share: 1, holds: () => true },
];

/** What became of one request in one class. */
interface Count {
  readonly name: string;
  readonly most: number;
  readonly left: number;
  /** Seconds until the window ends. */
  readonly seconds: number;
}

const digest = (...parts: string[]): Buffer => hash('sha256', parts.join('\n'), 'buffer');

/** The credential that was sent, else the address. A made-up one opens nothing, and still counts for its address. */
function callerOf({ headers, cookies, ip }: FastifyRequest): string {
  return headers.authorization ?? cookies['__Host-sid'] ?? cookies.sid ?? ip;
}

/** Where no credential is asked for, only the address says who it is. */
const keyOf = (name: string, request: FastifyRequest): Buffer =>
  digest(name, name === 'sensitive' ? request.ip : callerOf(request));

/**
 * Bounds how often one address, and within it one caller, may ask: an answer tells what is left in `RateLimit` and
 * `RateLimit-Policy` (structured fields of draft-ietf-httpapi-ratelimit-headers), a refusal adds `Retry-After`.
 * `perMinute` is for one address; the classes are shares of it.
 */
export async function limitRates(
  server: FastifyInstance,
  perMinute: number,
  db: () => Database,
): Promise<void> {
  await server.register(rateLimit, { global: false });
  const local = (name: string, most: number, keyGenerator: (request: FastifyRequest) => string) => {
    const check = server.createRateLimit({ max: most, timeWindow: WINDOW_S * 1_000, keyGenerator });
    return async (request: FastifyRequest): Promise<Count> => {
      const result = await check(request);
      if (result.isAllowed) return { name, most, left: most, seconds: WINDOW_S };
      return { name, most, left: result.isExceeded ? -1 : result.remaining, seconds: result.ttlInSeconds };
    };
  };
  const byAddress = local('address', perMinute, ({ ip }) => ip);
  const counters = CLASSES.map(({ name, share, isShared, holds }) => {
    const most = Math.max(1, Math.ceil(perMinute * share));
    const own = (request: FastifyRequest): string => keyOf(name, request).toString('base64');
    const count = isShared === true ? shared(db, name, most) : local(name, most, own);
    return { holds, count };
  });
  server.addHook('onRequest', async (request, reply) => {
    const route = request.routeOptions.url ?? '';
    const counter = counters.find(({ holds }) => holds(request.method, route));
    const counts = [await byAddress(request)];
    // Files of the portal and health are bounded by the address alone.
    if (/^\/(api|v1)\//.test(route) && counter !== undefined) counts.push(await counter.count(request));
    tell(reply, counts);
  });
}

/** Counts in Postgres. A database out of reach counts nothing: the request itself will say so. */
function shared(db: () => Database, name: string, most: number) {
  return async (request: FastifyRequest): Promise<Count> => {
    const key = keyOf(name, request);
    const [row] = await db()
      .tx(async (tx) => {
        const counted = await tx.query<{ hits: number; seconds: number }>(COUNT_HIT, [key, WINDOW_S]);
        if (counted[0]?.hits === 1) await tx.run(DROP_ENDED);
        return counted;
      })
      .catch(() => []);
    return { name, most, left: most - (row?.hits ?? 0), seconds: row?.seconds ?? WINDOW_S };
  };
}

function tell(reply: FastifyReply, counts: readonly Count[]): void {
  let [tightest] = counts;
  if (tightest === undefined) return;
  let policies = '';
  for (const count of counts) {
    if (count.left < tightest.left) tightest = count;
    policies += `${policies === '' ? '' : ', '}"${count.name}";q=${count.most};w=${WINDOW_S}`;
  }
  const { name, left, seconds } = tightest;
  void reply.header('ratelimit-policy', policies);
  void reply.header('ratelimit', `"${name}";r=${Math.max(0, left)};t=${seconds}`);
  if (left >= 0) return;
  void reply.header('retry-after', String(Math.max(1, seconds)));
  throw refusal(rateRefusals, 'too_many_requests', { policy: name, retryAfterSeconds: Math.max(1, seconds) });
}
