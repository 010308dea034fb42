import type { Currency } from '../../../kernel/money';
import { account, type EntryDraft } from '../../ledger/contract';

/** Every way this module moves value. */

export interface Funding {
  readonly fundingId: string;
  readonly programId: string;
  /** Minor units of `currency`, above zero. */
  readonly amount: bigint;
  readonly currency: Currency;
}

/** Money comes from outside into the programme's fund. */
export function fundProgram({ fundingId, programId, amount, currency }: Funding): EntryDraft {
  return {
    reference: `funding:${fundingId}`,
    kind: 'program.funding',
    unit: currency,
    postings: [{ from: account.outside(currency), to: account.fund(programId, currency), amount }],
    memo: { programId },
  };
}
