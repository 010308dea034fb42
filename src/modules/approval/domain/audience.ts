/** For whom a work is meant. Only `wide` works stand in the public gallery; the others are reached by their link. */
export const AUDIENCES = {
  wide: 'Everybody; shown in the public gallery.',
  press: 'Press and critics, by link.',
  festival: 'Festivals and screenings, by link.',
  portfolio: 'The artist’s own portfolio, by link.',
} as const satisfies Record<string, string>;

export type Audience = keyof typeof AUDIENCES;

export const AUDIENCE_NAMES = Object.keys(AUDIENCES) as readonly Audience[];

/** What an artist says about the content, so that viewers and reviewers know. */
export const LABELS = {
  violence: 'Violence or blood',
  nudity: 'Nudity or sexual content',
  minors: 'Children or young people',
  politics: 'Elections, politicians, political conflict',
  health: 'Medical or health claims',
  drugs: 'Drugs, alcohol, gambling',
  strong_language: 'Strong language',
  flashing: 'Flashing images',
} as const satisfies Record<string, string>;

export type Label = keyof typeof LABELS;

export const LABEL_NAMES = Object.keys(LABELS) as readonly Label[];
