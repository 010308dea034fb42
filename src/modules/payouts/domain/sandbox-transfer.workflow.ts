import { workflow } from '../../../kernel/workflow';
import type { RailState } from './rail';

export const TRANSFER_STATES = [
  'in_transit',
  'paid',
  'failed',
  'returned',
] as const satisfies readonly RailState[];
export type TransferState = (typeof TRANSFER_STATES)[number];

export const MOODS = ['normal', 'no_funds', 'down', 'forgetful'] as const;
/** How the sandbox answers: as it should, that it has no money, not at all, or so that the answer gets lost. */
export type Mood = (typeof MOODS)[number];

/** A transfer of the sandbox rail: settled by its clock, or by an operator who plays the bank. */
export const transferWorkflow = workflow<object>()({
  name: 'sandbox_transfer',
  table: 'payouts_sandbox_transfers',
  states: TRANSFER_STATES,
  initial: 'in_transit',
  moves: {
    settle: { from: ['in_transit'], to: 'paid', by: ['system', 'finance', 'admin'] },
    fail: { from: ['in_transit'], to: 'failed', by: ['finance', 'admin'] },
    return: { from: ['in_transit', 'paid'], to: 'returned', by: ['finance', 'admin'] },
  },
});

export type TransferVerb = keyof typeof transferWorkflow.moves;
