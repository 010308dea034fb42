import path from 'node:path';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { HttpException } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId } from '../../kernel/id';
import type { Settings } from '../config/settings';
import { boundInput, onlyJson } from './bounded-input';
import { PROBLEM_TYPE, toProblem } from './problem';
import { PortalPage } from './portal-page';
import { limitRates } from './rate-limit';
import { Database } from '../db/database';
import { keepRequestContext } from '../telemetry/request-context';
import { acceptUploads } from './upload';

const BODY_LIMIT = 256 * 1024;
/** Where partners send long lists in one request. */
const LARGER: Readonly<Record<string, number>> = {
  '/api/v1/integrations/github/secret-scanning': 5 * 1024 * 1024,
  '/api/v1/integrations/gitlab/revoke_tokens': 5 * 1024 * 1024,
};

export function createAdapter(settings: Settings): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    genReqId: () => newId('req'),
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    // What the router refuses before any route (a broken %-code, an endless segment) passes no filter of Nest.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      const status = error.statusCode ?? 400;
      void reply
        .status(status)
        .headers({ 'content-type': PROBLEM_TYPE, 'x-request-id': request.id })
        .send(
          toProblem(new HttpException('The address of this request cannot be read.', status), request.id),
        );
    },
  });
}

/**
 * What helmet sets where no page needs a nonce of its own: the same with every answer, so it is asked for once and not
 * put together anew with each request of the API.
 */
async function fixedHeaders(guards: FastifyHelmetOptions): Promise<Record<string, string>> {
  const probe = new FastifyAdapter().getInstance();
  await probe.register(helmet, guards);
  probe.get('/', (_, reply) => reply.send());
  const { headers } = await probe.inject('/');
  await probe.close();
  const own = new Set(['content-length', 'date', 'connection']);
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      own.has(name) || value === undefined ? [] : [[name, String(value)]],
    ),
  );
}

/** What every answer passes through: headers, cookies, limits, compression. */
export async function dressServer(app: NestFastifyApplication, settings: Settings): Promise<void> {
  keepRequestContext(app.getHttpAdapter().getInstance());
  await app.register(cookie);
  const server = app.getHttpAdapter().getInstance();
  const guards: FastifyHelmetOptions = {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // Mantine positions popovers by inline style attributes; no inline <style> or script is allowed.
        styleSrcAttr: ["'unsafe-inline'"],
        styleSrc: ["'self'"],
        // Named, because the nonce would otherwise take the place of the default and stop the portal's own files.
        scriptSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        mediaSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    enableCSPNonces: true,
    crossOriginEmbedderPolicy: false,
  };
  const fixed = await fixedHeaders({ ...guards, enableCSPNonces: false });
  server.addHook('onRoute', (route) => {
    if (route.url.startsWith('/api/')) route.helmet = false;
  });
  await app.register(helmet, guards);
  server.addHook('onRequest', (request, reply, done) => {
    if (request.routeOptions.url?.startsWith('/api/')) void reply.headers(fixed);
    done();
  });
  await app.register(compress, { threshold: 2048, encodings: ['br', 'gzip'] });
  server.addHook('onRoute', (route) => {
    const larger = LARGER[route.url];
    if (larger !== undefined) route.bodyLimit = larger;
  });
  await limitRates(server, settings.requestsPerMinute, () => app.get(Database));
  await acceptUploads(app);
  server.addHook('onRequest', onlyJson);
  server.addHook('preValidation', boundInput);
  server.addHook('onSend', (request, reply, payload, done) => {
    void reply.header('x-request-id', request.id);
    done(null, payload);
  });
}

/** Serves the files of the built portal; those with their hash in the name for ever. Returns the page's text, or `null` when it is not built. */
export async function servePortal(app: NestFastifyApplication, folder: string): Promise<string | null> {
  const page = path.join(folder, 'index.html');
  if (!existsSync(page)) return null;
  await app
    .getHttpAdapter()
    .getInstance()
    .register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      globIgnore: ['index.html', '**/*.br', '**/*.gz'],
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, file) => {
        const isHashed = file.includes(`${path.sep}assets${path.sep}`);
        void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  return readFile(page, 'utf8');
}

/** Every address that is neither a file nor the API's is the portal's page; an unknown address of the API stays unknown. */
export function servePage(app: NestFastifyApplication, text: string): void {
  const page = app.get(PortalPage);
  page.set(text);
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => {
      if (/^\/(api|v1|blobs|health|docs|metrics|feeds|embed)\b/.test(request.url))
        return reply.callNotFound();
      return reply
        .headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
        .send(page.html(request, reply));
    });
}

/** A process without the role `api` still tells how it is, and nothing else. */
export function answerHealthOnly(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      if (!/^\/(health\/|metrics)/.test(request.url)) await reply.status(404).send();
    });
}
