import type { Actor } from '../../../kernel/actor';
import type { AppealEntity } from '../appeals/appeal.entity';
import type { StatementCard } from '../contract';
import { ALL_GROUNDS } from '../domain/grounds';
import { kindRow } from '../domain/kinds';
import type { Rule } from '../domain/statement';
import type { StatementOfReasonsView } from './statement.dto';
import type { StatementEntity } from './statement.entity';
import type { NewStatement } from './statement.repository';

export function ruleOf({ ruleSource, ruleId, ruleVersion, ruleText }: NewStatement): Rule {
  return ruleSource === 'clause'
    ? { source: ruleSource, id: ruleId, version: ruleVersion ?? 0, text: ruleText }
    : { source: ruleSource, id: ruleId, text: ruleText };
}

export function cardOf(row: NewStatement): StatementCard {
  const { id: statementId, kind, subjectId, actId, personId, programId, state, ground } = row;
  const { facts, timecodes, scope, remedy, decidedByRole } = row;
  return {
    statementId,
    kind,
    subjectId,
    actId,
    personId,
    programId,
    state,
    ground,
    rule: ruleOf(row),
    facts,
    timecodes,
    scope,
    endsAt: row.endsAt?.toISOString() ?? null,
    remedy,
    decidedByRole,
    decidedAt: row.decidedAt.toISOString(),
    appealUntil: row.appealUntil.toISOString(),
  };
}

/** Whether an appeal against it can be filed now: in force or over, within the six months, and not appealed before. */
export function isAppealable(
  row: Pick<StatementEntity, 'kind' | 'state' | 'appealUntil'>,
  appeal: Pick<AppealEntity, 'state'> | null,
  now: Date,
): boolean {
  if (kindRow(row.kind).isAppealedInPlace === true) return false;
  const isThere = row.state === 'in_force' || row.state === 'ended';
  return isThere && row.appealUntil >= now && (appeal === null || appeal.state === 'withdrawn');
}

/** The whole statement. `name` is that of the artist, for staff. */
export function statementView(
  row: StatementEntity,
  reader: Actor,
  { appeal, name, now }: { appeal: AppealEntity | null; name: string | null; now: Date },
): StatementOfReasonsView {
  const { id, kind, scope, territories, subjectId, programId, state, ground, rulings, facts } = row;
  const { isFoundBySoftware, automation, source, remedy, decidedByRole, confirmedByRole, snapshot } = row;
  return {
    id,
    kind,
    says: kindRow(kind).says,
    scope,
    territories,
    endsAt: row.endsAt?.toISOString() ?? null,
    subjectId,
    programId,
    state,
    ground,
    groundSays: ALL_GROUNDS[ground],
    rule: { source: row.ruleSource, id: row.ruleId, version: row.ruleVersion, text: row.ruleText },
    rulings,
    facts,
    timecodes: row.timecodes.map(({ at, until }) => ({ at, until: until ?? null })),
    isFoundBySoftware,
    automation,
    source,
    remedy,
    decidedByRole,
    confirmedByRole,
    decidedAt: row.decidedAt.toISOString(),
    appealUntil: row.appealUntil.toISOString(),
    restores: kindRow(kind).restores,
    snapshot,
    artist: row.personId === reader.id ? null : name,
    appeal:
      appeal === null
        ? null
        : { id: appeal.id, state: appeal.state, reasons: appeal.reasons, dueAt: appeal.dueAt.toISOString() },
    isAppealedInPlace: kindRow(kind).isAppealedInPlace === true,
    canAppeal: row.personId === reader.id && isAppealable(row, appeal, now),
  };
}
