import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Sdk from 'stripe';
import { STRIPE_VERSION } from '../rails/stripe.rail';
import type { VerificationView } from './reconciliation.dto';

/** Written by `npm run stripe:verify` and kept with the code; see docs/stripe.md. */
export const RECORD_FILE = 'docs/stripe-verified.json';

/** How far the adapter for Stripe was proved: always against the contract, and against a sandbox when somebody did. */
export function verification(file = path.resolve(RECORD_FILE)): VerificationView {
  const verified = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { at?: string; passed?: boolean; apiVersion?: string })
    : {};
  return {
    sdk: Sdk.PACKAGE_VERSION,
    apiVersion: STRIPE_VERSION,
    verifiedAt:
      verified.passed === true && verified.apiVersion === STRIPE_VERSION ? (verified.at ?? null) : null,
  };
}
