export * from './contract';
export { CompensationModule } from './compensation.module';
export { CompensationService } from './compensation.service';
export { DaysToCashService } from './days-to-cash.service';
export { PayGateService, type MissingForm } from './tax/pay-gate.service';
