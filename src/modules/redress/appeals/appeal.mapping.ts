import type { Actor } from '../../../kernel/actor';
import { available } from '../../../kernel/workflow';
import { appealWorkflow, OPEN_APPEAL, REASONS_LENGTH, type AppealFacts } from '../domain/appeal.workflow';
import { kindRow } from '../domain/kinds';
import type { StatementOfReasonsView } from '../statements/statement.dto';
import type { HearingView } from './appeal.dto';
import type { AppealEntity } from './appeal.entity';
import type { AppealMessage } from './appeal.repository';

/** The plain facts of an appeal for one caller. `took`: who took part in what is appealed. */
export function appealFacts(
  row: AppealEntity,
  me: Pick<Actor, 'id' | 'roles'>,
  took: readonly string[],
  reasons: string,
): AppealFacts {
  return {
    isAppellant: row.appellantId === me.id,
    tookPart: took.includes(me.id),
    mayHear: kindRow(row.kind).heardBy.some((role) => me.roles.includes(role)),
    isHearer: row.hearerId === me.id,
    hasReasons: reasons.length >= REASONS_LENGTH,
  };
}

export function hearingView(
  row: AppealEntity,
  me: Actor,
  parts: {
    statement: StatementOfReasonsView;
    messages: readonly AppealMessage[];
    took: readonly string[];
    now: Date;
  },
): HearingView {
  const { id, kind, state, grounds, reasons } = row;
  const isOpen = OPEN_APPEAL.includes(state);
  const facts = appealFacts(row, me, parts.took, 'x'.repeat(REASONS_LENGTH));
  return {
    id,
    kind,
    state,
    statement: parts.statement,
    grounds,
    reasons,
    dueAt: row.dueAt.toISOString(),
    isLate: (row.closedAt ?? parts.now) > row.dueAt,
    createdAt: row.createdAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    isMine: row.hearerId === me.id,
    messages: parts.messages.map(({ isByArtist, authorId, body, at }) => ({
      isByArtist,
      isMine: authorId === me.id,
      body,
      at: at.toISOString(),
    })),
    canWrite: isOpen && (row.appellantId === me.id || row.hearerId === me.id),
    available: available(appealWorkflow, state, me, facts),
  };
}
