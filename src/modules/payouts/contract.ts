import { eventKind } from '../../kernel/event';
import { refusals } from '../../kernel/refusal';
import type { BatchState, BatchVerb } from './domain/batch.workflow';
import type { PayoutState, PayoutVerb } from './domain/payout.workflow';
import type { RailKey, Returner, Standing } from './domain/rail';

export { PAYOUT_STATES, type PayoutState, type PayoutVerb } from './domain/payout.workflow';
export {
  RAIL_KEYS,
  RAIL_MODES,
  type RailKey,
  type RailMode,
  type Returner,
  type Standing,
} from './domain/rail';
export { FINDING_STATES, type FindingState, type FindingVerb } from './domain/finding.workflow';
export { MATCHES, type Match } from './domain/reconcile';
export { REVERSAL_STATES, type ReversalState, type ReversalVerb } from './domain/reversal.workflow';
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
    says: 'This is about money of your own. Somebody who gets nothing from it must take this step.',
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
  last_payee: {
    kind: 'conflict',
    says: 'This is the only payee of the batch. Cancel the batch instead: what is due stays due.',
  },
  not_reversible: {
    kind: 'conflict',
    says: 'Only what is on its way or has arrived can be taken back. This payout has another outcome already.',
  },
  reversal_open: {
    kind: 'conflict',
    says: 'Somebody has asked for this payout to be taken back already. A second person confirms or withdraws that.',
  },
  own_request: {
    kind: 'forbidden',
    says: 'You asked for this to be taken back. Another person must confirm it.',
  },
  account_wrong: {
    kind: 'invalid',
    says: 'This account cannot be paid: `field` names what is wrong with it and `why`. Nothing was saved.',
  },
  not_begun: {
    kind: 'conflict',
    says: 'You have not begun with this way of being paid. Begin first, then go on.',
  },
  no_onboarding: {
    kind: 'conflict',
    says: 'This way of being paid has no page of its own: everything it asks is asked here.',
  },
  batch_still_sending: {
    kind: 'conflict',
    says: 'Some payouts of this batch are still being worked on. Make the file when all of them are on their way.',
  },
  nothing_to_file: {
    kind: 'conflict',
    says: 'No payment of this batch waits for a bank file: it goes another way, or its files are made.',
  },
  rail_off: {
    kind: 'conflict',
    says: 'This way of paying is not set up here. `rails` lists those that are.',
  },
  rail_refused: {
    kind: 'conflict',
    says: 'The payment service refused to set this up. Its own words are in `detail`.',
  },
  wrong_mode: {
    kind: 'conflict',
    says: 'Test and live money never mix: this is of the other kind and was not touched.',
  },
  signature_wrong: {
    kind: 'invalid',
    status: 401,
    says: 'The message is not signed with a secret of this endpoint. Nothing was done.',
  },
  already_running: {
    kind: 'conflict',
    says: 'The rails are being compared with the books at this moment. Wait for the result.',
  },
  explanation_missing: {
    kind: 'invalid',
    says: 'An explanation is needed: say why the books and the rail disagree, and what was done about it.',
  },
  own_explanation: {
    kind: 'forbidden',
    says: 'You wrote this explanation. Another person must agree with it.',
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
  /** Of a payout that came back. */
  readonly returnedBy?: Returner;
}
export const payoutMoved = eventKind<PayoutMoved>('payouts.payout_moved');

/** Where a person's money arrives has changed, or whether it can. */
export interface RecipientMoved {
  readonly personId: string;
  readonly rail: RailKey;
  readonly standing: Standing;
  /** The bank account is another one than before. */
  readonly hasNewAccount: boolean;
}
export const recipientMoved = eventKind<RecipientMoved>('payouts.recipient_moved');

/** A batch took a step. */
export interface BatchMoved {
  readonly batchId: string;
  readonly programId: string;
  readonly verb: BatchVerb;
  readonly from: BatchState;
  readonly to: BatchState;
}
export const batchMoved = eventKind<BatchMoved>('payouts.batch_moved');
