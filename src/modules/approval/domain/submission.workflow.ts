import { workflow } from '../../../kernel/workflow';
import type { Claim } from './claim';
import type { Hold } from './hold';

export const SUBMISSION_STATES = [
  'draft',
  'submitted',
  'in_review',
  'changes_requested',
  'approved',
  'declined',
  'published',
  'withdrawn',
  'escalated',
  'taken_down',
] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** States in which a generation has an open submission; a second one is refused. */
export const ENDED: readonly SubmissionState[] = ['withdrawn', 'declined', 'taken_down'];

export interface SubmissionFacts {
  /** The caller is the artist whose clip it is. */
  readonly isAuthor: boolean;
  readonly claim: Claim;
  readonly hold: Hold;
  /** A manager asked another reviewer. */
  readonly isAssignedElsewhere: boolean;
  /** Parts of the rights statement that are missing. */
  readonly isRightsComplete: boolean;
  readonly hasNote: boolean;
  readonly isStatementComplete: boolean;
  /** High stakes, and no other person has said no by escalating: this no would be one person's alone. */
  readonly needsSecondPerson: boolean;
  /** The deadline of the risk class has passed. */
  readonly isDue: boolean;
  /** The artist asked not to publish before a date that is yet to come. */
  readonly isEmbargoed: boolean;
  /** The caller is a co-author or has declared a conflict with the artist. */
  readonly hasConflict: boolean;
  /** A verdict was given a moment ago and has not left yet. */
  readonly isDecided: boolean;
  /** A reviewer, or of the role that the item was escalated to. */
  readonly isCalled: boolean;
}

const artist = ({ isAuthor, isRightsComplete }: SubmissionFacts): string | null => {
  if (!isAuthor) return 'not_found';
  return isRightsComplete ? null : 'rights_missing';
};

const own = ({ isAuthor }: SubmissionFacts): string | null => (isAuthor ? null : 'not_found');

/** Nobody decides about what is theirs, in whole or in part, or where they have said that they cannot be fair. */
const stranger = ({ isAuthor, hasConflict, isCalled }: SubmissionFacts): string | null => {
  if (isAuthor) return 'own_work';
  if (hasConflict) return 'conflict_of_interest';
  return isCalled ? null : 'not_allowed';
};

/** What every decision needs: somebody else's work, and a claim of one's own that still runs. */
const holder = (facts: SubmissionFacts): string | null => {
  const { claim, isDecided } = facts;
  const not = stranger(facts);
  if (not !== null) return not;
  if (isDecided) return claim === 'mine' ? 'decided_just_now' : 'claimed_by_other';
  const code = {
    mine: null,
    lapsed: 'claim_expired',
    other: 'claimed_by_other',
    none: 'not_claimed',
  } as const;
  return code[claim];
};

const claimant = (facts: SubmissionFacts): string | null => {
  const code = stranger(facts);
  if (code !== null) return code;
  if (facts.claim === 'other') return 'claimed_by_other';
  if (facts.hold === 'other') return 'on_hold';
  if (facts.isAssignedElsewhere) return 'assigned_to_other';
  return facts.isDecided ? 'decided_just_now' : null;
};

const noted = (facts: SubmissionFacts): string | null =>
  holder(facts) ?? (facts.hasNote ? null : 'note_missing');

/** One yes is enough; a no on a high-stakes item needs a second person. */
const refuser = (facts: SubmissionFacts): string | null => {
  const code = holder(facts);
  if (code !== null) return code;
  if (facts.needsSecondPerson) return 'second_person_needed';
  return facts.isStatementComplete ? null : 'statement_incomplete';
};

const remover = ({ isAuthor, hasConflict, isStatementComplete }: SubmissionFacts): string | null => {
  if (isAuthor) return 'own_work';
  if (hasConflict) return 'conflict_of_interest';
  return isStatementComplete ? null : 'statement_incomplete';
};

const whenDue = ({ isDue, isDecided }: SubmissionFacts): string | null => {
  if (isDecided) return 'decided_just_now';
  return isDue ? null : 'not_due';
};
const unlessDecided = ({ isDecided }: SubmissionFacts): string | null =>
  isDecided ? 'decided_just_now' : null;
const afterEmbargo = ({ isEmbargoed }: SubmissionFacts): string | null => (isEmbargoed ? 'embargoed' : null);

/** Reviewers; the others only for what was escalated to them. */
const DECIDERS = ['reviewer', 'manager', 'admin'] as const;

/** Who may approve, decline, publish and take down, from where, and why not: the whole life of a submission. */
export const submissionWorkflow = workflow<SubmissionFacts>()({
  name: 'submission',
  table: 'approval_submissions',
  states: SUBMISSION_STATES,
  initial: 'draft',
  moves: {
    submit: { from: ['draft'], to: 'submitted', by: ['artist'], unless: artist },
    claim: {
      from: ['submitted', 'escalated', 'in_review'],
      to: 'in_review',
      by: DECIDERS,
      unless: claimant,
    },
    release: { from: ['in_review'], to: 'submitted', by: DECIDERS, unless: holder },
    expireClaim: { from: ['in_review'], to: 'submitted', by: ['system'], unless: unlessDecided },
    requestChanges: { from: ['in_review'], to: 'changes_requested', by: DECIDERS, unless: noted },
    approve: { from: ['in_review'], to: 'approved', by: DECIDERS, unless: holder },
    decline: { from: ['in_review'], to: 'declined', by: DECIDERS, unless: refuser },
    escalate: { from: ['in_review'], to: 'escalated', by: DECIDERS, unless: noted },
    approveLate: { from: ['submitted', 'in_review'], to: 'approved', by: ['system'], unless: whenDue },
    escalateLate: { from: ['submitted', 'in_review'], to: 'escalated', by: ['system'], unless: whenDue },
    resubmit: { from: ['changes_requested'], to: 'submitted', by: ['artist'], unless: artist },
    withdraw: {
      from: ['draft', 'submitted', 'in_review', 'changes_requested', 'escalated', 'approved'],
      to: 'withdrawn',
      by: ['artist'],
      unless: own,
    },
    publish: { from: ['approved'], to: 'published', by: ['system'], unless: afterEmbargo },
    takeDown: { from: ['published'], to: 'taken_down', by: ['reviewer', 'admin'], unless: remover },
    reinstate: { from: ['declined', 'taken_down'], to: 'approved', by: ['system'] },
    reopen: { from: ['declined', 'taken_down'], to: 'changes_requested', by: ['system'] },
  },
});

export type SubmissionVerb = keyof typeof submissionWorkflow.moves;

export const SUBMISSION_VERBS = Object.keys(submissionWorkflow.moves) as readonly SubmissionVerb[];
