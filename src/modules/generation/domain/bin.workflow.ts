import { workflow } from '../../../kernel/workflow';

export const BIN_STATES = ['stored', 'warned', 'binned', 'emptied'] as const;
export type BinState = (typeof BIN_STATES)[number];

export interface BinFacts {
  /** What the clip is needed for, as `generation_bound_by` says; null: for nothing. */
  readonly boundBy: BoundBy | null;
}

/** What a clip may be needed for. The function `generation_bound_by` of the database answers with one of these. */
export const BOUND_BY = [
  'kept',
  'published',
  'sharing',
  'appeal',
  'withheld',
  'feedback',
  'leaving',
] as const;
export type BoundBy = (typeof BOUND_BY)[number];

const unlessBound = ({ boundBy }: BinFacts): string | null => {
  if (boundBy === null) return null;
  return boundBy === 'kept' ? 'is_kept' : 'in_use';
};

/**
 * The way of a finished clip's files out of the store. Time alone takes it: `warn`, `expire`, `empty`. Its artist may
 * go ahead of time, and back until the bin was emptied. Whatever the clip is needed for stops every step but `restore`.
 */
export const binWorkflow = workflow<BinFacts>()({
  name: 'bin',
  table: 'generation_bin',
  states: BIN_STATES,
  initial: 'stored',
  moves: {
    warn: { from: ['stored'], to: 'warned', by: ['system'], unless: unlessBound },
    spare: { from: ['warned', 'binned'], to: 'stored', by: ['system'] },
    expire: { from: ['warned'], to: 'binned', by: ['system'], unless: unlessBound },
    put: { from: ['stored', 'warned'], to: 'binned', by: ['artist'], unless: unlessBound },
    restore: { from: ['warned', 'binned'], to: 'stored', by: ['artist'] },
    empty: { from: ['binned'], to: 'emptied', by: ['artist', 'system'], unless: unlessBound },
    remove: { from: ['stored', 'warned', 'binned'], to: 'emptied', by: ['artist', 'system'] },
  },
});

export type BinVerb = keyof typeof binWorkflow.moves;
