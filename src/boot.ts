import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { serveDocs } from './openapi';
import { refusePlainHttp } from './platform/config/plain-http';
import type { Settings } from './platform/config/settings';
import { seedStaff } from './seed';
import { healthRoutes } from './platform/health/health.routes';
import { Readiness } from './platform/health/readiness';
import { ProblemFilter } from './platform/http/problem.filter';
import { answerHealthOnly, createAdapter, dressServer, servePage, servePortal } from './platform/http/server';
import { validationPipe } from './platform/http/validation';
import { Relay } from './platform/outbox/relay';
import { QueueService } from './platform/queue/queue.service';
import { BlobStore } from './platform/storage/blob-store';
import { blobRoutes } from './platform/storage/blob.routes';
import { DiskStore } from './platform/storage/disk.store';
import { createLogger, NestLogger } from './platform/telemetry/logger';
import { Metrics } from './platform/telemetry/metrics';

/** The built portal, beside the sources and beside `dist` alike. */
const PORTAL = path.resolve(process.cwd(), 'web/dist');

export interface RunningApp {
  readonly app: NestFastifyApplication;
  /** Where this process answers: API and portal with the role `api`, else only its health and its numbers. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Builds the application and its HTTP surface without listening: for the API document and for tests of routes. */
export async function createApp(settings: Settings): Promise<NestFastifyApplication> {
  const adapter = createAdapter(settings);
  const logger = new NestLogger(createLogger(settings.logLevel));
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(settings), adapter, {
    logger,
    // Signatures of partners are over the bytes that were sent.
    rawBody: true,
    abortOnError: false,
  });
  await dressServer(app, settings);
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  const server = app.getHttpAdapter().getInstance();
  const metrics = app.get(Metrics);
  metrics.watch(server);
  healthRoutes(server, app.get(Readiness), metrics);
  const store = app.get(BlobStore);
  if (store instanceof DiskStore) blobRoutes(server, store);
  if (settings.roles.includes('api')) serveDocs(app);
  else answerHealthOnly(app);
  return app;
}

/** Starts the roles of this process. The schema must be up to date. Throws `ConfigurationError` where people would sign in in the clear. */
export async function boot(settings: Settings): Promise<RunningApp> {
  refusePlainHttp(settings);
  const app = await createApp(settings);
  const page = await servePortal(app, PORTAL);
  if (page !== null) servePage(app, page);
  await app.init();
  if (settings.roles.includes('relay')) app.get(Relay).start();
  if (settings.roles.includes('worker')) await app.get(QueueService).work();
  if (settings.seed === 'staff') await seedStaff(app, settings);
  await app.listen({ port: settings.port, host: settings.host });
  app.get(Readiness).open();
  return { app, url: await app.getUrl(), stop: () => app.close() };
}
