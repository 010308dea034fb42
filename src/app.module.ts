import { Module, type DynamicModule } from '@nestjs/common';
import { schema } from './data-source';
import { AccessModule } from './modules/access';
import { ApprovalModule } from './modules/approval';
import { AuditModule } from './modules/audit';
import { CompensationModule } from './modules/compensation';
import { DrawModule } from './modules/draw';
import { EnrollmentModule } from './modules/enrollment';
import { FeedbackModule } from './modules/feedback';
import { GenerationModule } from './modules/generation';
import { GrantsModule } from './modules/grants';
import { LedgerModule } from './modules/ledger';
import { NoticeModule } from './modules/notice';
import { PayoutsModule } from './modules/payouts';
import { ProgramModule } from './modules/program';
import { QuotaModule } from './modules/quota';
import { RedressModule } from './modules/redress';
import { ReportsModule } from './modules/reports';
import { ConfigModule } from './platform/config/config.module';
import { CleaningModule } from './platform/cleaning/cleaning.module';
import type { Settings } from './platform/config/settings';
import { DbModule } from './platform/db/db.module';
import { HealthModule } from './platform/health/health.module';
import { HttpModule } from './platform/http/http.module';
import { IdempotencyModule } from './platform/idempotency/idempotency.module';
import { MailModule } from './platform/mail/mail.module';
import { OutboxModule } from './platform/outbox/outbox.module';
import { ProvenanceModule } from './platform/provenance/provenance.module';
import { QueueModule } from './platform/queue/queue.module';
import { StorageModule } from './platform/storage/storage.module';

const platform = [
  HealthModule,
  HttpModule,
  QueueModule,
  OutboxModule,
  IdempotencyModule,
  StorageModule,
  MailModule,
  ProvenanceModule,
  CleaningModule,
];

/** In their order: left never knows right. */
const modules = [
  AccessModule,
  AuditModule,
  LedgerModule,
  DrawModule,
  RedressModule,
  ProgramModule,
  EnrollmentModule,
  QuotaModule,
  GenerationModule,
  ApprovalModule,
  FeedbackModule,
  CompensationModule,
  GrantsModule,
  PayoutsModule,
  ReportsModule,
  NoticeModule,
];

/** Imports only. */
@Module({})
export class AppModule {
  static for(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [ConfigModule.for(settings), DbModule.for(schema), ...platform, ...modules],
    };
  }
}
