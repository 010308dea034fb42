import { workflow } from '../../../kernel/workflow';

export const STYLE_STATES = ['draft', 'published', 'retired'] as const;
export type StyleState = (typeof STYLE_STATES)[number];

/** A version is written as a draft, never changes once published, and is no longer offered when retired. */
export const styleWorkflow = workflow<object>()({
  name: 'style',
  table: 'generation_styles',
  states: STYLE_STATES,
  initial: 'draft',
  moves: {
    publish: { from: ['draft'], to: 'published', by: ['manager', 'admin'] },
    retire: { from: ['draft', 'published'], to: 'retired', by: ['manager', 'admin'] },
  },
});
