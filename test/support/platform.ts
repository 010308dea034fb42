import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { schema } from '../../src/data-source';
import { ConfigModule } from '../../src/platform/config/config.module';
import { readSettings } from '../../src/platform/config/env';
import { Settings } from '../../src/platform/config/settings';
import { DbModule } from '../../src/platform/db/db.module';
import { IdempotencyModule } from '../../src/platform/idempotency/idempotency.module';
import { OutboxModule } from '../../src/platform/outbox/outbox.module';
import { QueueModule } from '../../src/platform/queue/queue.module';

/** The platform alone, with the providers of one test, on `databaseUrl` and, when given, on Redis. */
export async function startPlatform(
  databaseUrl: string,
  providers: Type[],
  redisUrl = '',
): Promise<INestApplicationContext> {
  const settings = readSettings(Settings, { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl });
  @Module({
    imports: [ConfigModule.for(settings), DbModule.for(schema), QueueModule, OutboxModule, IdempotencyModule],
    providers,
  })
  class PlatformOfTheTest {}
  return NestFactory.createApplicationContext(PlatformOfTheTest, { logger: false, abortOnError: false });
}
