/** What feedback can be. Each has its own line on the rate card: `feedback.<type>`. */
export const FEEDBACK_TYPES = ['issue', 'idea', 'praise', 'harm', 'rights', 'request'] as const;
export type FeedbackType = (typeof FEEDBACK_TYPES)[number];

/**
 * Where it came from: written by an artist unasked (recorded as volunteered, paid by the card when accepted), or made of a
 * clip that its artist marked unusable. What a task asks for is answered in its seat and is no item.
 */
export const FEEDBACK_ORIGINS = ['volunteered', 'unusable'] as const;
export type FeedbackOrigin = (typeof FEEDBACK_ORIGINS)[number];

/** The artist's own label, for the opinion-parity report. It is never shown to whoever accepts feedback for pay. */
export const SENTIMENTS = ['critical', 'neutral', 'favourable'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

/** How bad it is, in the artist's judgement. */
export const SEVERITIES = ['minor', 'major', 'blocking'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The only reasons for declining feedback, as published. None of them is tone or opinion. */
export const DECLINE_REASONS = {
  not_reproducible: 'It could not be reproduced with the clip and the description given.',
  known_limit: 'It is a documented limit of the model.',
  out_of_scope: 'It concerns something outside of this programme.',
  not_actionable: 'It does not say what to look at; a question for more went unanswered.',
  not_genuine: 'It is copied, generated in bulk, or about no real use.',
} as const satisfies Record<string, string>;
export type DeclineReason = keyof typeof DECLINE_REASONS;

export const DECLINE_REASON_NAMES = Object.keys(DECLINE_REASONS) as readonly DeclineReason[];

export function isDeclineReason(text: string | undefined): text is DeclineReason {
  return text !== undefined && Object.hasOwn(DECLINE_REASONS, text);
}

/** How well the clip did, 1 (poor) to 5 (good), each optional. */
export interface Ratings {
  readonly promptAdherence?: number;
  readonly motion?: number;
  readonly consistency?: number;
  /** 5: none to be seen. */
  readonly artefacts?: number;
}
