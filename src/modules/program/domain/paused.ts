interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** How much later a deadline of artists comes for a pause: the whole seconds that it is meant to last. */
export function pausedSeconds({
  startsAt,
  endsAt,
}: {
  startsAt: Date | string;
  endsAt: Date | string;
}): number {
  return Math.max(0, Math.ceil((new Date(endsAt).getTime() - new Date(startsAt).getTime()) / 1_000));
}

/** The plan of a programme that is paused: whoever wants to apply has as long as before. What was over stays over. */
export function planAfterPause<
  P extends { readonly applicationsUntil: Date | null; readonly decisionsBy: Date | null },
>(plan: P, pause: Span): P {
  const { applicationsUntil, decisionsBy } = plan;
  if (applicationsUntil === null || applicationsUntil <= pause.startsAt) return plan;
  const until = new Date(applicationsUntil.getTime() + pausedSeconds(pause) * 1_000);
  // Nobody is promised a decision before they can have applied.
  return {
    ...plan,
    applicationsUntil: until,
    decisionsBy: decisionsBy !== null && decisionsBy < until ? until : decisionsBy,
  };
}
