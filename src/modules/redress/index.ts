export * from './contract';
export { RedressModule } from './redress.module';
export { AppealsService } from './appeals/appeal.service';
export { GuardService } from './looks/guard.service';
export { StatementsService, type Issued } from './statements/statement.service';
