import { Module, type DynamicModule } from '@nestjs/common';
import { schema } from './data-source';
import { ConfigModule } from './platform/config/config.module';
import type { Settings } from './platform/config/settings';
import { DbModule } from './platform/db/db.module';
import { HealthModule } from './platform/health/health.module';
import { IdempotencyModule } from './platform/idempotency/idempotency.module';
import { MailModule } from './platform/mail/mail.module';
import { OutboxModule } from './platform/outbox/outbox.module';
import { QueueModule } from './platform/queue/queue.module';
import { StorageModule } from './platform/storage/storage.module';

/** Imports only. */
@Module({})
export class AppModule {
  static for(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.for(settings),
        DbModule.for(schema),
        HealthModule,
        QueueModule,
        OutboxModule,
        IdempotencyModule,
        StorageModule,
        MailModule,
      ],
    };
  }
}
