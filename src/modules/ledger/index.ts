export * from './contract';
export { LedgerModule } from './ledger.module';
export { LedgerService } from './ledger.service';
export { TotalsService } from './totals.service';
