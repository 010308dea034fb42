import { workflow } from '../../../kernel/workflow';

export const STATEMENT_STATES = ['held', 'in_force', 'dropped', 'annulled', 'revised', 'ended'] as const;
export type StatementState = (typeof STATEMENT_STATES)[number];

/**
 * held: waits for a second look, nothing has happened yet · in_force · dropped: the second look said no, it never took
 * effect · annulled: an appeal overturned it · revised: in part · ended: its time is over or it was lifted.
 */
export const statementWorkflow = workflow<object>()({
  name: 'statement',
  table: 'redress_statements',
  states: STATEMENT_STATES,
  initial: 'held',
  moves: {
    takeEffect: { from: ['held'], to: 'in_force', by: ['system'] },
    drop: { from: ['held'], to: 'dropped', by: ['system'] },
    annul: { from: ['in_force', 'ended'], to: 'annulled', by: ['system'] },
    revise: { from: ['in_force', 'ended'], to: 'revised', by: ['system'] },
    end: { from: ['in_force'], to: 'ended', by: ['system'] },
  },
});

export type StatementVerb = keyof typeof statementWorkflow.moves;
