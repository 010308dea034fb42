export interface AssignmentColumns {
  /** The reviewer whom a manager asked. */
  readonly assignedTo: string | null;
  readonly assignedBy: string | null;
}

export const NO_ASSIGNMENT: AssignmentColumns = { assignedTo: null, assignedBy: null };

/** What is known of somebody who may be asked to review. */
export interface Candidate {
  readonly id: string;
  /** Has an open account with the role of a reviewer. */
  readonly isReviewer: boolean;
  /** Has declared a conflict with the artist. */
  readonly isDeclared: boolean;
}

interface Work {
  readonly personId: string;
  readonly coAuthorIds: readonly string[];
  readonly escalatedBy: string | null;
}

export const UNFIT_REASONS = ['no_reviewer', 'own_work', 'conflict', 'first_no'] as const;

/** Why somebody cannot be asked, or `null`: no reviewer, their own work in whole or part, a declared conflict, or they passed it up themselves. */
export function unfit(
  { personId, coAuthorIds, escalatedBy }: Work,
  { id, isReviewer, isDeclared }: Candidate,
): (typeof UNFIT_REASONS)[number] | null {
  if (!isReviewer) return 'no_reviewer';
  if (id === personId || coAuthorIds.includes(id)) return 'own_work';
  if (isDeclared) return 'conflict';
  return id === escalatedBy ? 'first_no' : null;
}
