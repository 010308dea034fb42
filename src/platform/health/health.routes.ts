import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../telemetry/metrics';
import type { Readiness } from './readiness';

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
    const isLocal = request.ip === '127.0.0.1' || request.ip === '::1';
    if (!isLocal) return reply.status(404).send();
    return reply.header('content-type', metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}
