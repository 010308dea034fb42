import type { Batch } from './use-finance';

const NAMES: Readonly<Record<Batch['rail'], string>> = {
  sandbox: 'Sandbox (no real money)',
  stripe: 'Stripe',
  bank_file: 'Bank file',
};

export const railName = (rail: Batch['rail']): string => NAMES[rail];
