import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { STRIPE_SDK, STRIPE_VERSION } from '../rails/stripe.rail';
import type { RailVerificationView } from './reconciliation.dto';

/** Written by `npm run stripe:verify` and kept with the code; see docs/stripe.md. */
export const RECORD_FILE = 'docs/stripe-verified.json';

/** The image has its copy beside the code. */
function recordFile(): string {
  const copy = path.resolve('dist/stripe-verified.json');
  return existsSync(copy) ? copy : path.resolve(RECORD_FILE);
}

/** How far the adapter for Stripe was proved: always against the contract, and against a sandbox when somebody did. */
export function verification(file = recordFile()): RailVerificationView {
  const verified = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { at?: string; passed?: boolean; apiVersion?: string })
    : {};
  return {
    sdk: STRIPE_SDK,
    apiVersion: STRIPE_VERSION,
    verifiedAt:
      verified.passed === true && verified.apiVersion === STRIPE_VERSION ? (verified.at ?? null) : null,
  };
}
