import type { Actor } from '../../../kernel/actor';
import { DAY, later } from '../../../kernel/clock';
import { available } from '../../../kernel/workflow';
import {
  ANSWER_DAYS,
  appealWorkflow,
  OPEN_APPEAL,
  REASONS_LENGTH,
  tookPart,
  type AppealFacts,
} from '../domain/appeal.workflow';
import type { AppealView } from './appeal.dto';
import type { AppealEntity } from './appeal.entity';
import type { AppealMessage } from './appeal.repository';

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

export function appealView(
  row: AppealEntity,
  reader: Actor,
  parts: {
    readonly participants: readonly string[];
    readonly messages: readonly AppealMessage[];
    readonly now: Date;
  },
): AppealView {
  const { id, submissionId, state, grounds, reasons } = row;
  const { participants, messages, now } = parts;
  const dueAt = later(row.createdAt, ANSWER_DAYS * DAY);
  const isParty = row.appellantId === reader.id || row.hearerId === reader.id;
  return {
    id,
    submissionId,
    state,
    grounds,
    reasons,
    isMine: row.hearerId === reader.id,
    dueAt: dueAt.toISOString(),
    isLate: (row.closedAt ?? now) > dueAt,
    messages: messages.map(({ isByArtist, authorId, body, at }) => ({
      isByArtist,
      isMine: authorId === reader.id,
      body,
      at: at.toISOString(),
    })),
    canWrite: OPEN_APPEAL.includes(state) && isParty,
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
