import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics } from '../telemetry/metrics';
import type { Readiness } from './readiness';

/** Headers by which a proxy says that it speaks for somebody else. */
const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
];

/** Asked on this machine, and not through a proxy on it: a proxy's own address says nothing about who asks. */
function isBeside({ headers, socket }: FastifyRequest): boolean {
  const address = socket.remoteAddress?.replace(/^::ffff:/, '');
  const isLoopback = address === '::1' || address?.startsWith('127.') === true;
  return isLoopback && FORWARDED.every((name) => headers[name] === undefined);
}

/**
 * `/health/live` never touches a dependency; `/health/ready` asks all of them; `/metrics` is answered on loopback only:
 * a scraper runs beside the process.
 */
export function healthRoutes(server: FastifyInstance, readiness: Readiness, metrics: Metrics): void {
  server.get('/health/live', (_request, reply) => reply.send({ status: 'live' }));
  server.get('/health/ready', async (_request, reply) => {
    const { isReady, parts } = await readiness.check();
    return reply.status(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not_ready', parts });
  });
  server.get('/metrics', async (request, reply) => {
    if (!isBeside(request)) return reply.status(404).send();
    return reply.header('content-type', metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}
