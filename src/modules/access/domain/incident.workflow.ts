import { workflow } from '../../../kernel/workflow';

export const INCIDENT_STATES = ['open', 'confirmed', 'dismissed'] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

export interface IncidentFacts {
  /** The key at fault is the closer's own: nobody clears themselves. */
  readonly isOwn: boolean;
}

const notOwn = ({ isOwn }: IncidentFacts): string | null => (isOwn ? 'own_incident' : null);

/**
 * The life of an incident. Confirmed: the key was in wrong hands, and what came of it stays hidden. Dismissed: it was
 * its owner all along, who gets the results. Either way the key itself is over.
 */
export const incidentWorkflow = workflow<IncidentFacts>()({
  name: 'incident',
  table: 'access_incidents',
  states: INCIDENT_STATES,
  initial: 'open',
  moves: {
    confirm: { from: ['open'], to: 'confirmed', by: ['manager', 'admin'], unless: notOwn },
    dismiss: { from: ['open'], to: 'dismissed', by: ['manager', 'admin'], unless: notOwn },
  },
});

export type IncidentVerb = keyof typeof incidentWorkflow.moves;
