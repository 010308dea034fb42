import { Transform } from 'class-transformer';
import { IsArray, IsIn, IsOptional, IsUrl, Matches, MinLength } from 'class-validator';
import { BankSettings } from './bank-settings';
import { Env, list } from './env';

const SECRETS = { each: true, message: 'must each have at least 8 characters' };

/** How artists are paid; docs/stripe.md tells more. */
export abstract class PayoutSettings extends BankSettings {
  @Env(
    'PAYOUT_MODE',
    'test: no real money moves, the sandbox is there. live: only rails that move money.',
    'test',
  )
  @IsIn(['test', 'live'], { message: 'must be test or live' })
  payoutMode: 'test' | 'live' = 'test';

  @Env('STRIPE_SECRET_KEY', 'Secret key of a Stripe platform account. Empty: Stripe is not used.', '')
  @IsOptional()
  @Matches(/^(sk|rk)_(test|live)_\w+$/, { message: 'must be a secret key such as sk_test_…' })
  stripeSecretKey?: string;

  @Env(
    'STRIPE_WEBHOOK_SECRET',
    'Signing secret of the endpoint for the platform’s own events; two while it changes.',
    '',
  )
  @Transform(list)
  @IsArray()
  @MinLength(8, SECRETS)
  stripeWebhookSecrets: string[] = [];

  @Env(
    'STRIPE_CONNECT_WEBHOOK_SECRET',
    'Signing secret of the endpoint for events of connected accounts.',
    '',
  )
  @Transform(list)
  @IsArray()
  @MinLength(8, SECRETS)
  stripeConnectWebhookSecrets: string[] = [];

  @Env('STRIPE_THIN_WEBHOOK_SECRET', 'Signing secret of an endpoint for thin events, where one is used.', '')
  @Transform(list)
  @IsArray()
  @MinLength(8, SECRETS)
  stripeThinWebhookSecrets: string[] = [];

  @Env('STRIPE_API_BASE', 'Where Stripe’s API is; another server only for tests.', 'https://api.stripe.com')
  @IsUrl({ require_tld: false, require_protocol: true }, { message: 'must be a full address' })
  stripeApiBase = 'https://api.stripe.com';

  @Env(
    'STRIPE_COUNTRY',
    'Country of the platform account, such as DE: payees elsewhere accept the recipient agreement.',
    '',
  )
  @IsOptional()
  @Matches(/^[A-Z]{2}$/, { message: 'must be two capital letters' })
  stripeCountry?: string;
}
