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

export const OPEN_APPEAL: readonly AppealState[] = ['filed', 'in_review'];

export const REASONS_LENGTH = 20;

/** Days within which an appeal is to be answered; one that took longer is counted late for ever. */
export const ANSWER_DAYS = 7;

export interface AppealFacts {
  readonly isAppellant: boolean;
  /** The caller decided, claimed or escalated something of this submission before. */
  readonly tookPart: boolean;
  /** The caller has taken this appeal. */
  readonly isHearer: boolean;
  readonly hasReasons: boolean;
}

/** Who has taken part in a submission so far: an appeal goes to somebody else. Ids of persons; `system` is nobody. */
export function tookPart(personId: string, participants: readonly string[]): boolean {
  return participants.includes(personId);
}

const stranger = ({ isAppellant, tookPart }: AppealFacts): string | null => {
  if (isAppellant) return 'own_work';
  return tookPart ? 'took_part' : null;
};

const hearer = (facts: AppealFacts): string | null =>
  stranger(facts) ?? (facts.isHearer ? null : 'heard_by_other');

const reasoned = (facts: AppealFacts): string | null =>
  hearer(facts) ?? (facts.hasReasons ? null : 'reasons_missing');

/** A second look by a different person, who always answers with reasons; the database holds the same rule. */
export const appealWorkflow = workflow<AppealFacts>()({
  name: 'appeal',
  table: 'approval_appeals',
  states: APPEAL_STATES,
  initial: 'filed',
  moves: {
    take: { from: ['filed'], to: 'in_review', by: ['reviewer'], unless: stranger },
    giveBack: { from: ['in_review'], to: 'filed', by: ['reviewer'], unless: hearer },
    uphold: { from: ['in_review'], to: 'upheld', by: ['reviewer'], unless: reasoned },
    overturn: { from: ['in_review'], to: 'overturned', by: ['reviewer'], unless: reasoned },
    overturnPartly: { from: ['in_review'], to: 'partly_overturned', by: ['reviewer'], unless: reasoned },
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
