import { workflow } from '../../../kernel/workflow';

export const CIRCUIT_STATES = ['closed', 'open', 'probing', 'paused'] as const;
export type CircuitState = (typeof CIRCUIT_STATES)[number];

/**
 * Whether a provider is asked at all. `open`: left alone for a while after failing again and again. `probing`: one clip
 * at a time finds out whether it is well. `paused`: somebody has to do something first, and resumes it.
 */
export const circuitWorkflow = workflow<object>()({
  name: 'provider',
  table: 'generation_providers',
  states: CIRCUIT_STATES,
  initial: 'closed',
  moves: {
    trip: { from: ['closed', 'probing'], to: 'open', by: ['system'] },
    probe: { from: ['open'], to: 'probing', by: ['system'] },
    close: { from: ['open', 'probing'], to: 'closed', by: ['system'] },
    pause: { from: ['closed', 'open', 'probing'], to: 'paused', by: ['system', 'manager', 'admin'] },
    resume: { from: ['paused', 'open'], to: 'closed', by: ['manager', 'admin'] },
  },
});

export type CircuitVerb = keyof typeof circuitWorkflow.moves;
