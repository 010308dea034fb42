import { Module } from '@nestjs/common';
import { AccountRepository } from './account.repository';
import { EntryRepository } from './entry.repository';
import { HoldProcessor } from './hold.processor';
import { HoldRepository } from './hold.repository';
import { LedgerService } from './ledger.service';
import { MonthRepository } from './months/month.repository';
import { MonthsService } from './months/months.service';
import { SettlementService } from './settlement.service';
import { TotalsService } from './totals.service';

@Module({
  providers: [
    AccountRepository,
    EntryRepository,
    HoldRepository,
    HoldProcessor,
    LedgerService,
    SettlementService,
    TotalsService,
    MonthRepository,
    MonthsService,
  ],
  exports: [LedgerService, MonthsService, SettlementService, TotalsService],
})
export class LedgerModule {}
