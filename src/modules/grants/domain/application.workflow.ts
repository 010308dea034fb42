import { workflow } from '../../../kernel/workflow';
import type { CallState } from './call.workflow';

export interface ApplicationFacts {
  readonly isOwn: boolean;
  /** Whether the caller is a collaborator, of the same team, or has declared a conflict. */
  readonly isConflicted: boolean;
  readonly call: CallState;
  /** Whether the deadline has passed. */
  readonly isOver: boolean;
  readonly hasReasons: boolean;
  /** Completed reviews are as many as the call promised. */
  readonly hasQuorum: boolean;
  /** Minor units to award or to keep in reserve; `null`: neither. */
  readonly amount: bigint | null;
  /** What the applicant asked for. */
  readonly requested: bigint;
  /** What is left of the call's budget. */
  readonly left: bigint;
  /** Somebody ranked higher is undecided or got less, and the decision does not say why. */
  readonly isUnexplained: boolean;
  /** Awards of this person within a year reach the cap of the call. */
  readonly isCapped: boolean;
  /** An appeal has succeeded: it is judged anew, by itself, after the call. */
  readonly isReheard: boolean;
  /** The caller declined it before the appeal. */
  readonly hasDeclined: boolean;
}

export const APPLICATION_STATES = [
  'draft',
  'submitted',
  'in_review',
  'reserve',
  'awarded',
  'turned_down',
  'declined',
  'withdrawn',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

function whyNotHandIn({ isOwn, call, isOver }: ApplicationFacts): string | null {
  if (!isOwn) return 'not_found';
  return call === 'open' && !isOver ? null : 'call_not_open';
}

function whyNotJudge(facts: ApplicationFacts): string | null {
  if (facts.isOwn) return 'own_application';
  if (facts.isConflicted) return 'conflicted';
  if (facts.hasDeclined) return 'took_part';
  if (facts.call !== 'closed' && !(facts.isReheard && facts.call === 'decided')) return 'call_not_closed';
  if (!facts.hasQuorum) return 'quorum_missing';
  if (!facts.hasReasons) return 'reasons_missing';
  return facts.isUnexplained ? 'departure_unexplained' : null;
}

function whyNotGive(facts: ApplicationFacts): string | null {
  const { amount, requested } = facts;
  if (facts.isCapped) return 'yearly_cap';
  if (amount === null) return 'amount_missing';
  return amount > requested ? 'over_asked' : null;
}

const JUDGES = ['manager', 'admin'] as const;
const isMine = ({ isOwn }: ApplicationFacts): string | null => (isOwn ? null : 'not_found');

/** Everyone who handed in gets an answer with reasons; the order of a reserve list is that of the ranking. */
export const applicationWorkflow = workflow<ApplicationFacts>()({
  name: 'grant_application',
  table: 'grants_applications',
  states: APPLICATION_STATES,
  initial: 'draft',
  moves: {
    submit: { from: ['draft'], to: 'submitted', by: ['artist'], unless: whyNotHandIn },
    reopen: { from: ['submitted'], to: 'draft', by: ['artist'], unless: whyNotHandIn },
    withdraw: {
      from: ['draft', 'submitted', 'in_review', 'reserve'],
      to: 'withdrawn',
      by: ['artist'],
      unless: isMine,
    },
    review: { from: ['submitted'], to: 'in_review', by: ['system'] },
    award: {
      from: ['in_review'],
      to: 'awarded',
      by: JUDGES,
      unless: (facts) =>
        whyNotJudge(facts) ??
        whyNotGive(facts) ??
        (facts.amount !== null && facts.amount > facts.left ? 'over_budget' : null),
    },
    reserve: {
      from: ['in_review'],
      to: 'reserve',
      by: JUDGES,
      unless: (facts) => whyNotJudge(facts) ?? (facts.isReheard ? 'call_decided' : null) ?? whyNotGive(facts),
    },
    decline: { from: ['in_review'], to: 'declined', by: JUDGES, unless: whyNotJudge },
    promote: { from: ['reserve'], to: 'awarded', by: ['system'] },
    turnDown: { from: ['awarded'], to: 'turned_down', by: ['artist', 'system'] },
    revise: {
      from: ['awarded', 'reserve', 'declined'],
      to: 'in_review',
      by: [...JUDGES, 'system'],
      unless: ({ isOwn, call }) =>
        isOwn ? 'own_application' : call === 'closed' ? null : 'decision_published',
    },
    // An appeal against the refusal has succeeded.
    rehear: { from: ['declined'], to: 'in_review', by: ['system'] },
    callOff: { from: ['submitted', 'in_review'], to: 'declined', by: ['system'] },
    lapse: { from: ['reserve'], to: 'declined', by: ['system'] },
  },
});

/** What a person can ask for; the other verbs follow from the call and from awards. */
export const APPLICATION_VERBS = [
  'submit',
  'reopen',
  'withdraw',
  'award',
  'reserve',
  'decline',
  'revise',
] as const;
export type ApplicationVerb = (typeof APPLICATION_VERBS)[number];
