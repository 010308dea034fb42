import { workflow } from '../../../kernel/workflow';

export const BATCH_STATES = ['draft', 'approved', 'sending', 'paused', 'done', 'canceled'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** What decides about a batch besides its state and the caller's role. */
export interface BatchFacts {
  /** The caller drafted it. */
  readonly isOwnDraft: boolean;
  /** The caller is among those it pays. */
  readonly isPayee: boolean;
  /** The caller has approved it before. */
  readonly hasApproved: boolean;
  /** The hash that the caller saw is the batch's, and the batch still has that content. */
  readonly isHashSeen: boolean;
  /** Approvals still needed after this one. */
  readonly approvalsMissing: number;
  /** Payouts without an outcome. */
  readonly open: number;
}

/** Who asks, who approves and who is paid are different people; the order below is the order of the answers. */
function whyNotApprove(facts: BatchFacts): string | null {
  if (facts.isOwnDraft) return 'own_draft';
  if (facts.isPayee) return 'own_money';
  if (facts.hasApproved) return 'already_approved';
  if (!facts.isHashSeen) return 'batch_changed';
  return facts.approvalsMissing > 0 ? 'second_approval_missing' : null;
}

/**
 * Payouts that are approved together. `send` follows an approval by itself; a person may repeat it. A batch is paused by
 * a person, or by itself when the rail wants nothing from us at the moment; `stop` cancels what was not sent yet.
 */
export const batchWorkflow = workflow<BatchFacts>()({
  name: 'payout_batch',
  table: 'payouts_batches',
  states: BATCH_STATES,
  initial: 'draft',
  moves: {
    approve: { from: ['draft'], to: 'approved', by: ['finance', 'admin'], unless: whyNotApprove },
    cancel: { from: ['draft', 'approved'], to: 'canceled', by: ['finance', 'admin'] },
    send: { from: ['approved'], to: 'sending', by: ['system', 'finance', 'admin'] },
    pause: { from: ['sending'], to: 'paused', by: ['system', 'finance', 'admin'] },
    resume: { from: ['paused'], to: 'sending', by: ['finance', 'admin'] },
    stop: { from: ['paused'], to: 'sending', by: ['finance', 'admin'] },
    finish: {
      from: ['sending'],
      to: 'done',
      by: ['system'],
      unless: ({ open }) => (open > 0 ? 'payouts_open' : null),
    },
  },
});

export type BatchVerb = keyof typeof batchWorkflow.moves;
