export * from './contract';
export { QuoteLineView, quoteLineView } from './quota.dto';
export { QuotaModule } from './quota.module';
export { QuotaService } from './quota.service';
