export * from './contract';
export { PayoutsModule } from './payouts.module';
export type { PayAnswer, PayRequest } from './domain/rail';
export { StatementService } from './statements/statement.service';
export { STRIPE_VERSION, StripeRail } from './rails/stripe.rail';
