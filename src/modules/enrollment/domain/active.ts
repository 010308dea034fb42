import { refusal } from '../../../kernel/refusal';
import { enrollmentRefusals, type EnrollmentCard, type EnrollmentState } from '../contract';

/** What an artist hears whose only enrollments are in these states; the first that applies. */
const WHY_NOT = [
  ['terms_pending', 'terms_pending'],
  ['suspended', 'enrollment_suspended'],
  ['paused', 'enrollment_paused'],
] as const satisfies readonly (readonly [EnrollmentState, string])[];

export interface Standing extends EnrollmentCard {
  readonly suspendedUntil: Date | null;
}

/**
 * The enrollment in which a person may work, in `programId` or in the only programme. Throws the refusal that says
 * what to do: `not_enrolled`, `terms_pending`, `enrollment_paused`, `enrollment_suspended`, `programme_needed`.
 */
export function chooseActive(all: readonly Standing[], programId: string | undefined): Standing {
  const mine = programId === undefined ? all : all.filter((one) => one.programId === programId);
  const [active, other] = mine.filter(({ state }) => state === 'active');
  if (active !== undefined && other === undefined) return active;
  if (active !== undefined) {
    const programs = mine.filter(({ state }) => state === 'active').map((one) => one.programId);
    throw refusal(enrollmentRefusals, 'programme_needed', { programs });
  }
  for (const [state, code] of WHY_NOT) {
    const one = mine.find((candidate) => candidate.state === state);
    if (one === undefined) continue;
    const until = one.suspendedUntil === null ? {} : { until: one.suspendedUntil.toISOString() };
    throw refusal(enrollmentRefusals, code, {
      enrollmentId: one.id,
      ...(state === 'suspended' ? until : {}),
    });
  }
  throw refusal(enrollmentRefusals, 'not_enrolled');
}
