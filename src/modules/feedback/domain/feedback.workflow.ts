import { workflow } from '../../../kernel/workflow';

export const FEEDBACK_STATES = [
  'new',
  'triaged',
  'accepted',
  'planned',
  'in_progress',
  'shipped',
  'declined',
  'duplicate',
  'needs_info',
] as const;
export type FeedbackState = (typeof FEEDBACK_STATES)[number];

/** Days after which feedback that nobody handled counts as accepted. The clock stands still while the artist is asked. */
export const ACCEPT_AFTER_DAYS = 7;

export interface FeedbackFacts {
  readonly isAuthor: boolean;
  readonly hasAnswer: boolean;
  /** A reason of the closed list is given. */
  readonly hasReason: boolean;
  /** The original exists in the same programme, is not this one and not a duplicate itself. */
  readonly isOriginalGood: boolean;
  readonly hasVersion: boolean;
  readonly isDue: boolean;
  /** Declined already, and waiting for a second look. */
  readonly isHeld: boolean;
}

type Rule = (facts: FeedbackFacts) => string | null;

const notOwn: Rule = ({ isAuthor, isHeld }) => {
  if (isAuthor) return 'own_feedback';
  return isHeld ? 'second_look_open' : null;
};
const answered: Rule = (facts) => notOwn(facts) ?? (facts.hasAnswer ? null : 'answer_missing');
const reasoned: Rule = (facts) => notOwn(facts) ?? (facts.hasReason ? answered(facts) : 'reason_missing');
const merged: Rule = (facts) => notOwn(facts) ?? (facts.isOriginalGood ? answered(facts) : 'original_unfit');
const shipped: Rule = (facts) => notOwn(facts) ?? (facts.hasVersion ? answered(facts) : 'version_missing');
const author: Rule = ({ isAuthor, hasAnswer }) => {
  if (!isAuthor) return 'not_found';
  return hasAnswer ? null : 'answer_missing';
};

const STAFF = ['manager', 'admin'] as const;

/** Who may accept feedback for pay, and how it ends. Every end has an answer; nobody handles their own. */
export const feedbackWorkflow = workflow<FeedbackFacts>()({
  name: 'feedback',
  table: 'feedback_items',
  states: FEEDBACK_STATES,
  initial: 'new',
  moves: {
    triage: { from: ['new'], to: 'triaged', by: STAFF, unless: notOwn },
    accept: { from: ['new', 'triaged'], to: 'accepted', by: STAFF, unless: notOwn },
    acceptLate: {
      from: ['new', 'triaged'],
      to: 'accepted',
      by: ['system'],
      unless: ({ isDue, isHeld }) => (isDue && !isHeld ? null : 'not_due'),
    },
    decline: { from: ['new', 'triaged', 'needs_info'], to: 'declined', by: STAFF, unless: reasoned },
    overturn: { from: ['declined'], to: 'accepted', by: ['system'] },
    markDuplicate: { from: ['new', 'triaged', 'needs_info'], to: 'duplicate', by: STAFF, unless: merged },
    askInfo: { from: ['new', 'triaged'], to: 'needs_info', by: STAFF, unless: answered },
    answerInfo: { from: ['needs_info'], to: 'triaged', by: ['artist'], unless: author },
    plan: { from: ['accepted'], to: 'planned', by: STAFF, unless: notOwn },
    begin: { from: ['accepted', 'planned'], to: 'in_progress', by: STAFF, unless: notOwn },
    ship: { from: ['accepted', 'planned', 'in_progress'], to: 'shipped', by: STAFF, unless: shipped },
  },
});

export type FeedbackVerb = keyof typeof feedbackWorkflow.moves;

export const FEEDBACK_VERBS = Object.keys(feedbackWorkflow.moves) as readonly FeedbackVerb[];
