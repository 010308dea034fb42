export * from './contract';
export { PayoutsModule } from './payouts.module';
