import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AuditModule } from '../audit';
import { HearingController } from './appeals/appeal.controller';
import { AppealRepository } from './appeals/appeal.repository';
import { AppealsService } from './appeals/appeal.service';
import { HearingsService } from './appeals/hearing.service';
import { KeyReasonsListener } from './keys/key-reasons.listener';
import { GuardService } from './looks/guard.service';
import { LookController } from './looks/look.controller';
import { LookRepository } from './looks/look.repository';
import { LookNumbersService } from './looks/look-numbers.service';
import { LooksService } from './looks/look.service';
import { RedressProcessor } from './redress.processor';
import { StatementExportService } from './statements/export.service';
import { StatementReadingService } from './statements/reading.service';
import { StatementController } from './statements/statement.controller';
import { StatementRepository } from './statements/statement.repository';
import { StatementsService } from './statements/statement.service';

/** Statements of reasons, appeals, second looks: what protects an artist from a decision. */
@Module({
  imports: [AccessModule, AuditModule],
  controllers: [StatementController, HearingController, LookController],
  providers: [
    AppealRepository,
    AppealsService,
    HearingsService,
    LooksService,
    LookNumbersService,
    RedressProcessor,
    GuardService,
    KeyReasonsListener,
    LookRepository,
    StatementExportService,
    StatementReadingService,
    StatementRepository,
    StatementsService,
  ],
  exports: [AppealsService, GuardService, StatementsService],
})
export class RedressModule {}
