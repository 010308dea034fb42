import type { Actor } from '../../../kernel/actor';
import { available } from '../../../kernel/workflow';
import { appealWorkflow, REASONS_LENGTH, tookPart, type AppealFacts } from '../domain/appeal.workflow';
import type { AppealView } from './appeal.dto';
import type { AppealEntity } from './appeal.entity';

/** The plain facts of an appeal for one caller. `participants` are those of the submission. */
export function factsOf(
  row: AppealEntity,
  actor: Pick<Actor, 'id'>,
  participants: readonly string[],
  reasons: string,
): AppealFacts {
  return {
    isAppellant: row.appellantId === actor.id,
    tookPart: tookPart(actor.id, [...participants, row.decidedBy]),
    isHearer: row.hearerId === actor.id,
    hasReasons: reasons.trim().length >= REASONS_LENGTH,
  };
}

export function appealView(row: AppealEntity, reader: Actor, participants: readonly string[]): AppealView {
  const { id, submissionId, state, grounds, reasons } = row;
  return {
    id,
    submissionId,
    state,
    grounds,
    reasons,
    isMine: row.hearerId === reader.id,
    createdAt: row.createdAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    available: available(
      appealWorkflow,
      state,
      reader,
      factsOf(row, reader, participants, 'x'.repeat(REASONS_LENGTH)),
    ),
  };
}
