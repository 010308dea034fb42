import { workflow } from '../../../kernel/workflow';

export const APPEAL_STATES = [
  'filed',
  'in_review',
  'upheld',
  'overturned',
  'partly_overturned',
  'withdrawn',
] as const;
export type AppealState = (typeof APPEAL_STATES)[number];

export const REASONS_LENGTH = 20;
/** Days within which an appeal has its answer. A late one is counted late for ever. */
export const ANSWER_DAYS = 7;

export interface AppealFacts {
  readonly isAppellant: boolean;
  /** The caller decided, confirmed, claimed or looked at what is appealed. */
  readonly tookPart: boolean;
  /** The caller's role may hear appeals against this kind of act. */
  readonly mayHear: boolean;
  /** The caller has taken this appeal. */
  readonly isHearer: boolean;
  readonly hasReasons: boolean;
}

const stranger = ({ isAppellant, tookPart, mayHear }: AppealFacts): string | null => {
  if (isAppellant) return 'own_appeal';
  if (!mayHear) return 'not_allowed';
  return tookPart ? 'took_part' : null;
};

const hearer = (facts: AppealFacts): string | null =>
  stranger(facts) ?? (facts.isHearer ? null : 'heard_by_other');

const reasoned = (facts: AppealFacts): string | null =>
  hearer(facts) ?? (facts.hasReasons ? null : 'reasons_missing');

const HEARERS = ['reviewer', 'finance', 'manager', 'admin'] as const;

/** Heard by a person who took no part, who always answers with reasons. The database holds the same rule. */
export const appealWorkflow = workflow<AppealFacts>()({
  name: 'redress_appeal',
  table: 'redress_appeals',
  states: APPEAL_STATES,
  initial: 'filed',
  moves: {
    take: { from: ['filed'], to: 'in_review', by: HEARERS, unless: stranger },
    giveBack: { from: ['in_review'], to: 'filed', by: HEARERS, unless: hearer },
    uphold: { from: ['in_review'], to: 'upheld', by: HEARERS, unless: reasoned },
    overturn: { from: ['in_review'], to: 'overturned', by: HEARERS, unless: reasoned },
    overturnPartly: { from: ['in_review'], to: 'partly_overturned', by: HEARERS, unless: reasoned },
    withdraw: {
      from: ['filed', 'in_review'],
      to: 'withdrawn',
      by: ['artist'],
      unless: ({ isAppellant }) => (isAppellant ? null : 'not_found'),
    },
  },
});

export type AppealVerb = keyof typeof appealWorkflow.moves;

export const APPEAL_VERBS = Object.keys(appealWorkflow.moves) as readonly AppealVerb[];
export const OPEN_APPEAL: readonly AppealState[] = ['filed', 'in_review'];
