import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AuditModule } from '../audit';
import { AppealRepository } from './appeals/appeal.repository';
import { KeyReasonsListener } from './keys/key-reasons.listener';
import { GuardService } from './looks/guard.service';
import { LookRepository } from './looks/look.repository';
import { StatementExportService } from './statements/export.service';
import { StatementReadingService } from './statements/reading.service';
import { StatementController } from './statements/statement.controller';
import { StatementRepository } from './statements/statement.repository';
import { StatementsService } from './statements/statement.service';

/** Statements of reasons, appeals, second looks: what protects an artist from a decision. */
@Module({
  imports: [AccessModule, AuditModule],
  controllers: [StatementController],
  providers: [
    AppealRepository,
    GuardService,
    KeyReasonsListener,
    LookRepository,
    StatementExportService,
    StatementReadingService,
    StatementRepository,
    StatementsService,
  ],
  exports: [GuardService, StatementsService],
})
export class RedressModule {}
