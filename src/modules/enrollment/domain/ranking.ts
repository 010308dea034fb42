/** Completed reviews of one application: weighted scores in hundredths, 100 to 500. Recused ones are not among them. */
export interface Reviewed {
  readonly applicationId: string;
  readonly scores: readonly number[];
}

export interface Ranked {
  readonly applicationId: string;
  /** 1 is first. `null`: too few reviews to be ranked. */
  readonly rank: number | null;
  /** Mean in hundredths, exact as a fraction of `reviews`. `null` without a review. */
  readonly mean: number | null;
  /** Highest minus lowest, in hundredths: where reviewers disagreed, a person looks again. */
  readonly spread: number;
  readonly reviews: number;
  /** Whether the draw decided between this and another of the same mean. */
  readonly isTie: boolean;
}

const total = (scores: readonly number[]): number => scores.reduce((sum, score) => sum + score, 0);

/** Compares two means as fractions, without rounding. */
function byMean(a: Reviewed, b: Reviewed): number {
  return total(b.scores) * a.scores.length - total(a.scores) * b.scores.length;
}

/**
 * The ranking of applications: by the mean of completed reviews, ties by the verifiable draw (`drawn`: every application in
 * drawn order). Applications with fewer than `quorum` reviews stand at the end without a rank. The order in which
 * applications or reviews are handed over does not matter.
 */
export function rank(all: readonly Reviewed[], drawn: readonly string[], quorum: number): Ranked[] {
  const place = new Map(drawn.map((id, index) => [id, index]));
  const byDraw = (a: Reviewed, b: Reviewed): number =>
    (place.get(a.applicationId) ?? drawn.length) - (place.get(b.applicationId) ?? drawn.length) ||
    (a.applicationId < b.applicationId ? -1 : 1);
  const enough = all.filter(({ scores }) => scores.length >= quorum);
  const sorted = enough.toSorted((a, b) => byMean(a, b) || byDraw(a, b));
  const view = (one: Reviewed, position: number | null): Ranked => ({
    applicationId: one.applicationId,
    rank: position,
    mean: one.scores.length === 0 ? null : total(one.scores) / one.scores.length,
    spread: one.scores.length === 0 ? 0 : Math.max(...one.scores) - Math.min(...one.scores),
    reviews: one.scores.length,
    isTie:
      position !== null &&
      [sorted[position - 2], sorted[position]].some(
        (other) => other !== undefined && byMean(other, one) === 0,
      ),
  });
  const rest = all.filter(({ scores }) => scores.length < quorum).toSorted(byDraw);
  return [...sorted.map((one, index) => view(one, index + 1)), ...rest.map((one) => view(one, null))];
}
