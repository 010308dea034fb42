import { eventKind } from '../../kernel/event';
import { refusals } from '../../kernel/refusal';
import type { BatchState, BatchVerb } from './domain/batch.workflow';
import type { PayoutState, PayoutVerb } from './domain/payout.workflow';

export { PAYOUT_STATES, type PayoutState, type PayoutVerb } from './domain/payout.workflow';
export { BATCH_STATES, type BatchState, type BatchVerb } from './domain/batch.workflow';

export const payoutsRefusals = refusals('payouts', {
  nothing_due: {
    kind: 'conflict',
    says: 'Nobody has earnings that are due and not in a batch. There is nothing to pay out now.',
  },
  draft_in_progress: {
    kind: 'conflict',
    says: 'Somebody is drafting a batch of this programme and currency at this moment. Look at theirs first.',
  },
  all_blocked: {
    kind: 'conflict',
    says: 'Earnings are due, but none can be paid in this batch. `blocked` names the reason for each person.',
  },
  own_draft: {
    kind: 'forbidden',
    says: 'You drafted this batch. Another person must approve it.',
  },
  own_money: {
    kind: 'forbidden',
    says: 'This batch pays you. Somebody who gets nothing from it must take this step.',
  },
  already_approved: {
    kind: 'conflict',
    says: 'You have approved this batch. Because of its total, one more person must approve it.',
  },
  second_approval_missing: {
    kind: 'conflict',
    says: 'Because of its total this batch needs the approval of one more person.',
  },
  batch_changed: {
    kind: 'conflict',
    says: 'The batch is not the one whose `hash` you sent. Load it again, look at it, then approve.',
  },
  payouts_open: {
    kind: 'conflict',
    says: 'Some payouts of this batch have no outcome yet. It is done when each has one.',
  },
  transfer_mismatch: {
    kind: 'conflict',
    says: 'The rail knows this reference with another amount or another person. Nothing was sent.',
  },
});

/** A payout took a step. `amount` is in minor units of `currency`. */
export interface PayoutMoved {
  readonly payoutId: string;
  readonly batchId: string;
  readonly personId: string;
  readonly verb: PayoutVerb;
  readonly from: PayoutState;
  readonly to: PayoutState;
  readonly amount: string;
  readonly currency: string;
}
export const payoutMoved = eventKind<PayoutMoved>('payouts.payout_moved');

/** A batch took a step. */
export interface BatchMoved {
  readonly batchId: string;
  readonly programId: string;
  readonly verb: BatchVerb;
  readonly from: BatchState;
  readonly to: BatchState;
}
export const batchMoved = eventKind<BatchMoved>('payouts.batch_moved');
