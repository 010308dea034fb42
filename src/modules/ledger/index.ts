export * from './contract';
export { LedgerModule } from './ledger.module';
export { LedgerService } from './ledger.service';
export { MonthsService, type MonthSummary } from './months/months.service';
export { SettlementService, type SettlementWords } from './settlement.service';
export { TotalsService } from './totals.service';
