import { workflow } from '../../../kernel/workflow';
import { PROGRAM_STATES, type VersionKind } from '../contract';

export interface ProgramFacts {
  /** Documents without a published version. */
  readonly missing: readonly VersionKind[];
}

const MANAGERS = ['manager', 'admin'] as const;

/** draft: being prepared · open: takes applications · running: artists work · closing: no new work · closed: books only. */
export const programWorkflow = workflow<ProgramFacts>()({
  name: 'program',
  table: 'program_programs',
  states: PROGRAM_STATES,
  initial: 'draft',
  moves: {
    open: {
      from: ['draft'],
      to: 'open',
      by: MANAGERS,
      unless: ({ missing }) => (missing.length > 0 ? 'programme_incomplete' : null),
    },
    start: { from: ['open'], to: 'running', by: MANAGERS },
    close: { from: ['open', 'running'], to: 'closing', by: MANAGERS },
    finish: { from: ['closing'], to: 'closed', by: MANAGERS },
  },
});

export const PROGRAM_VERBS = ['open', 'start', 'close', 'finish'] as const;
export type ProgramVerb = (typeof PROGRAM_VERBS)[number];
