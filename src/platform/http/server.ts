import path from 'node:path';
import { existsSync } from 'node:fs';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId } from '../../kernel/id';
import type { Settings } from '../config/settings';
import { PROBLEM_TYPE } from './problem';

const BODY_LIMIT = 256 * 1024;
/** Requests of one address in a minute, before any other limit. Far above a busy portal tab, far below a flood. */
const PER_MINUTE = 3_000;

export function createAdapter(settings: Settings): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    genReqId: () => newId('req'),
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
  });
}

/** What every answer passes through: headers, cookies, limits, compression. */
export async function dressServer(app: NestFastifyApplication): Promise<void> {
  await app.register(cookie);
  await app.register(
    helmet,
    {
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          // Mantine positions popovers by inline style attributes; no inline <style> or script is allowed.
          styleSrcAttr: ["'unsafe-inline'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          mediaSrc: ["'self'", 'blob:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
          upgradeInsecureRequests: null,
        },
      },
      crossOriginEmbedderPolicy: false,
    },
  );
  await app.register(rateLimit, { max: PER_MINUTE, timeWindow: '1 minute' });
  await app.register(compress, { threshold: 2048, encodings: ['br', 'gzip'] });
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onSend', (request, reply, payload, done) => {
    void reply.header('x-request-id', request.id);
    done(null, payload);
  });
}

/** Serves the built portal: files with their hash in the name for ever, the page itself for every other address. */
export async function servePortal(app: NestFastifyApplication, folder: string): Promise<boolean> {
  const page = path.join(folder, 'index.html');
  if (!existsSync(page)) return false;
  const server = app.getHttpAdapter().getInstance();
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, file) => {
      void reply.header(
        'cache-control',
        file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  return true;
}

/** Unknown API addresses are a problem document; every other address is a page of the portal. */
export function answerUnknown(app: NestFastifyApplication, hasPortal: boolean): void {
  const server = app.getHttpAdapter().getInstance();
  server.setNotFoundHandler((request, reply) => {
    const isPage =
      hasPortal && request.method === 'GET' && !/^\/(api|v1|health|docs|metrics)\b/.test(request.url);
    if (isPage) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return reply
      .status(404)
      .header('content-type', PROBLEM_TYPE)
      .send({
        type: '/problems/http/404',
        title: `There is nothing at ${request.method} ${request.url.split('?')[0]}.`,
        status: 404,
        instance: request.id,
      });
  });
}
