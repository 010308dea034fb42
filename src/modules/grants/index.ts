export * from './contract';
export { GrantsModule } from './grants.module';
export { GrantNumbersService } from './numbers/numbers.service';
export type { GrantNumbersView } from './numbers/numbers.dto';
