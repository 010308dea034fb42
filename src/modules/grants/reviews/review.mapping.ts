import type { Reviewed } from '../../enrollment/contract';
import type { ReviewEntity } from './review.entity';

/** Scores of completed reviews by application, in the order of `applicationIds`; without reviews an empty list. */
export function scoresOf(applicationIds: readonly string[], reviews: readonly ReviewEntity[]): Reviewed[] {
  const scores = new Map<string, number[]>(applicationIds.map((id) => [id, []]));
  for (const { applicationId, state, score } of reviews)
    if (state === 'completed' && score !== null) scores.get(applicationId)?.push(score);
  return [...scores].map(([applicationId, list]) => ({ applicationId, scores: list }));
}
