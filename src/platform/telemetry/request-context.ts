import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';

const context = new AsyncLocalStorage<{ readonly requestId: string }>();

/** What every log line written on behalf of a request carries. */
export function requestContext(): object {
  return context.getStore() ?? {};
}

/** Opens the context of each request; again once the body is read, because its stream belongs to the connection. */
export function keepRequestContext(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => context.run({ requestId: request.id }, done));
  server.addHook('preValidation', (request, _reply, done) => context.run({ requestId: request.id }, done));
}
