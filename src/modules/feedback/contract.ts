import { eventKind } from '../../kernel/event';
import { refusals } from '../../kernel/refusal';
import type { FeedbackState, FeedbackVerb } from './domain/feedback.workflow';
import type { FeedbackType } from './domain/words';

export {
  DECLINE_REASONS,
  FEEDBACK_TYPES,
  SENTIMENTS,
  type FeedbackType,
  type Sentiment,
} from './domain/words';
export { type FeedbackState, type FeedbackVerb } from './domain/feedback.workflow';

export const feedbackRefusals = refusals('feedback', {
  own_feedback: { kind: 'forbidden', says: 'This feedback is your own. Somebody else handles it.' },
  answer_missing: {
    kind: 'invalid',
    says: 'This step needs an answer to the artist. Say what was found and what follows from it.',
  },
  reason_missing: {
    kind: 'invalid',
    says: 'Declining needs a reason of the published list. Tone and opinion are no reasons.',
  },
  original_unfit: {
    kind: 'invalid',
    says: 'A duplicate needs its original: other feedback of the same programme that is no duplicate itself.',
  },
  version_missing: {
    kind: 'invalid',
    says: 'Say in which version it was shipped, so that the artist is credited.',
  },
  marker_outside_clip: { kind: 'invalid', says: 'A marker lies outside of the clip.' },
  marker_malformed: {
    kind: 'invalid',
    says: 'A marker ends after it begins, and its region lies within the picture: x + w and y + h are at most 1.',
  },
  clip_missing: {
    kind: 'invalid',
    says: 'Markers and ratings are about a clip. Name the generation they belong to.',
  },
  not_enrolled: {
    kind: 'forbidden',
    says: 'Feedback belongs to a programme, and you are in none. Apply to one first.',
  },
  programme_needed: { kind: 'invalid', says: 'You are in several programmes. Name the one this is about.' },
  not_due: { kind: 'conflict', says: 'The time to handle this feedback is not over yet.' },
});

/** Feedback took a step. A listener that pays does so on `to` accepted, and at the duplicate rate on `to` duplicate. */
export interface FeedbackMoved {
  readonly feedbackId: string;
  readonly personId: string;
  readonly programId: string;
  readonly type: FeedbackType;
  readonly verb: FeedbackVerb | 'file';
  /** `null`: it was filed. */
  readonly from: FeedbackState | null;
  readonly to: FeedbackState;
}
export const feedbackMoved = eventKind<FeedbackMoved>('feedback.feedback_moved');

/** What other modules may know of one item. Its sentiment is not among it. */
export interface FeedbackCard {
  readonly id: string;
  readonly programId: string;
  readonly personId: string;
  readonly type: FeedbackType;
  readonly state: FeedbackState;
  readonly generationId: string | null;
}
