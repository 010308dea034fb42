/**
 * How much of one artist's unasked feedback is read and paid in a time. Silence of seven days means accepted, so what is
 * taken in must be what can be read. Reports of harm and of rights are never held up by other feedback that waits.
 */
export const INTAKE_LIMITS = { perDay: 30, waiting: 60 } as const;

export interface IntakeUse {
  /** Filed by this artist in the last 24 hours. */
  readonly lastDay: number;
  /** Of these and earlier ones: not handled yet. */
  readonly waiting: number;
}

export type IntakeFault = { readonly limit: keyof typeof INTAKE_LIMITS; readonly most: number };

/** Which limit is reached, or `null`. */
export function intakeFault({ lastDay, waiting }: IntakeUse, isUrgent: boolean): IntakeFault | null {
  if (lastDay >= INTAKE_LIMITS.perDay) return { limit: 'perDay', most: INTAKE_LIMITS.perDay };
  if (!isUrgent && waiting >= INTAKE_LIMITS.waiting) return { limit: 'waiting', most: INTAKE_LIMITS.waiting };
  return null;
}
