import type { Schemas } from '../../api/client';

export type Feedback = Schemas['FeedbackView'];
export type Type = Feedback['type'];
export type Marker = Schemas['MarkerInput'];
export type Ratings = Schemas['RatingsInput'];

export const TYPES: readonly [Type, string][] = [
  ['issue', 'Something does not work'],
  ['idea', 'An idea'],
  ['praise', 'What works well'],
  ['harm', 'Something that could hurt people'],
  ['rights', 'A question of rights'],
  ['request', 'A wish'],
];

export const RATINGS: readonly [keyof Ratings, string, string][] = [
  ['promptAdherence', 'Prompt', 'Does it show what was asked for?'],
  ['motion', 'Motion', 'Does it move well?'],
  ['consistency', 'Consistency', 'Do things stay themselves?'],
  ['artefacts', 'Artefacts', '5: none to be seen'],
];

export const SENTIMENTS = [
  ['', 'Not said'],
  ['critical', 'Critical'],
  ['neutral', 'Neutral'],
  ['favourable', 'Favourable'],
] as const;

export type SentimentLabel = (typeof SENTIMENTS)[number][0];

export const REASONS: Record<NonNullable<Feedback['reason']>, string> = {
  not_reproducible: 'It could not be reproduced with the clip and the description given.',
  known_limit: 'It is a documented limit of the model.',
  out_of_scope: 'It concerns something outside of this programme.',
  not_actionable: 'It does not say what to look at; a question for more went unanswered.',
  not_genuine: 'It is copied, generated in bulk, or about no real use.',
};
