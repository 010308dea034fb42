/** One criterion of a call or a programme: what 1, 3 and 5 mean is written down before anybody applies. */
export interface Criterion {
  /** Short name, unique among them. */
  readonly key: string;
  readonly title: string;
  /** Whole percent; the weights sum to 100. */
  readonly weight: number;
  /** What each score means, from 1 to 5. */
  readonly anchors: readonly string[];
}

export const SCORES = [1, 2, 3, 4, 5] as const;
export type Scores = Readonly<Record<string, number>>;

/** What is wrong with a rubric, in words; empty when it can be published. */
export function rubricFaults(rubric: readonly Criterion[]): string[] {
  const faults: string[] = [];
  if (rubric.length === 0) faults.push('There is no criterion.');
  if (new Set(rubric.map(({ key }) => key)).size !== rubric.length)
    faults.push('Two criteria have the same key.');
  const total = rubric.reduce((sum, { weight }) => sum + weight, 0);
  if (rubric.length > 0 && total !== 100) faults.push(`The weights sum to ${total} instead of 100.`);
  for (const { title, anchors } of rubric)
    if (anchors.length !== SCORES.length || anchors.some((anchor) => anchor.trim() === ''))
      faults.push(`"${title}" does not say what each score from 1 to 5 means.`);
  return faults;
}

/** Criteria without a whole score from 1 to 5, by key. */
export function unscored(rubric: readonly Criterion[], scores: Scores): string[] {
  return rubric.map(({ key }) => key).filter((key) => !SCORES.some((score) => score === scores[key]));
}

/** Weighted score in hundredths of a point, 100 to 500. Weights are whole percent, so no fraction is lost. */
export function weighted(rubric: readonly Criterion[], scores: Scores): number {
  return rubric.reduce((sum, { key, weight }) => sum + weight * (scores[key] ?? 0), 0);
}
