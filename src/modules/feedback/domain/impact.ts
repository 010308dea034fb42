import type { FeedbackType, Severity } from './words';

/** What kind of thing it is counts, as published. How it is said does not. */
export const TYPE_WEIGHTS = {
  harm: 5,
  rights: 5,
  issue: 3,
  request: 2,
  idea: 2,
  praise: 1,
} as const satisfies Record<FeedbackType, number>;

export const SEVERITY_FACTORS = { minor: 1, major: 2, blocking: 3 } as const satisfies Record<
  Severity,
  number
>;

/** Kind × severity. */
export function weightOf(type: FeedbackType, severity: Severity): number {
  return TYPE_WEIGHTS[type] * SEVERITY_FACTORS[severity];
}

/** The formula of one item with its numbers, for everybody to follow. */
export function impactFormula(type: FeedbackType, severity: Severity, popularity: number): string {
  const weight = weightOf(type, severity);
  const people = popularity === 1 ? '1 artist' : `${popularity} artists`;
  return `${type} ${TYPE_WEIGHTS[type]} × ${severity} ${SEVERITY_FACTORS[severity]} = weight ${weight}; × ${people} = ${weight * popularity}`;
}
