import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AuditModule } from '../audit';
import { LedgerModule } from '../ledger';
import { ProgramModule } from '../program';
import { CompensationService } from './compensation.service';
import { DaysToCashService } from './days-to-cash.service';
import { EarningController } from './earning.controller';
import { EarningListener } from './earning.listener';
import { EarningProcessor } from './earning.processor';
import { EarningRepository } from './earning.repository';
import { EarningFundingService } from './funding.service';

@Module({
  imports: [AccessModule, AuditModule, LedgerModule, ProgramModule],
  controllers: [EarningController],
  providers: [
    EarningRepository,
    EarningFundingService,
    CompensationService,
    DaysToCashService,
    EarningListener,
    EarningProcessor,
  ],
  exports: [CompensationService, DaysToCashService],
})
export class CompensationModule {}
