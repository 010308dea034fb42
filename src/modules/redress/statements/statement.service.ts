import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { decide } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { AuditService } from '../../audit';
import { redressRefusals, statementIssued, type StatementCard } from '../contract';
import { kindRow, type StatementKind } from '../domain/kinds';
import { appealUntil, missingOf, partiesOf, type StatementDraft } from '../domain/statement';
import { statementWorkflow, type StatementVerb } from '../domain/statement.workflow';
import { GuardService } from '../looks/guard.service';
import { cardOf } from './statement.mapping';
import type { StatementEntity } from './statement.entity';
import { StatementRepository, type NewStatement } from './statement.repository';

/** What an adverse act is told by its statement. */
export interface Issued {
  readonly id: string;
  /**
   * `in_force`: go on, in the same transaction. `held`: a second look comes first; leave everything as it is, the
   * verdict arrives as `redress.look_decided`. `dropped`: the second look said no; this act is never taken.
   */
  readonly effect: 'in_force' | 'held' | 'dropped';
  /** RFC 3339. */
  readonly appealUntil: string;
}

/** Nobody is refused, stopped or left unpaid without one of these. */
@Injectable()
export class StatementsService {
  constructor(
    private readonly statements: StatementRepository,
    private readonly guard: GuardService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Writes the statement of one adverse act, in the transaction of the act. The same `subjectId` and `actId` again is
   * the same statement, whatever else is said. Refuses `statement_incomplete` with the missing parts.
   */
  async issue(tx: Tx, draft: StatementDraft, decidedAt = new Date()): Promise<Issued> {
    const known = await this.statements.findAct(tx, draft.subjectId, draft.actId);
    if (known !== null) return issuedOf(known);
    const missing = missingOf(draft, decidedAt);
    if (missing.length > 0) throw refusal(redressRefusals, 'statement_incomplete', { missing });
    const timing = await this.guard.timing(tx, draft, decidedAt);
    const row = rowOf(draft, decidedAt, timing.look === 'before');
    await this.statements.insert(tx, row, partiesOf(draft));
    const { id, kind, subjectId, personId } = row;
    if (timing.look !== 'none') await this.guard.open(tx, row, timing);
    const by: Actor = { id: row.decidedBy, roles: [row.decidedByRole], via: 'system', keyId: null };
    await this.audit.record(tx, by, 'redress.issue', id, { kind, subjectId, personId, state: row.state });
    if (row.state === 'in_force') await this.tell(tx, row);
    return issuedOf(row);
  }

  /** Ends what is in force: its time is over, or it was lifted. Without one in force nothing happens. */
  async end(
    tx: Tx,
    subjectId: string,
    kinds: readonly StatementKind[],
    actor: Actor = SYSTEM,
  ): Promise<void> {
    const row = await this.statements.findLatest(subjectId, kinds, tx);
    if (row !== null) await this.step(tx, row, 'end', actor);
  }

  /** An appeal that its own module heard succeeded, wholly or in part. Without one in force nothing happens. */
  async undo(tx: Tx, subjectId: string, kinds: readonly StatementKind[], isWhole: boolean): Promise<void> {
    const row = await this.statements.findLatest(subjectId, kinds, tx);
    if (row !== null) await this.step(tx, row, isWhole ? 'annul' : 'revise', SYSTEM);
  }

  /** The newest that has taken effect on a subject; `null`: none. */
  async latest(subjectId: string, kinds: readonly StatementKind[], tx?: Tx): Promise<StatementCard | null> {
    const row = await this.statements.findLatest(subjectId, kinds, tx);
    return row === null ? null : cardOf(row);
  }

  /** Takes `verb` on a statement; where it does not apply nothing happens. A held one that takes effect is told now. */
  async step(tx: Tx, row: StatementEntity, verb: StatementVerb, actor: Actor): Promise<boolean> {
    const decision = decide(statementWorkflow, row.state, verb, SYSTEM, {});
    if (decision.kind !== 'move') return false;
    const { id, state: from } = row;
    if (!(await this.statements.move(tx, { id, verb, from, to: decision.to, actor }))) return false;
    await this.audit.record(tx, actor, `redress.${verb}`, id, { from, to: decision.to });
    if (verb === 'takeEffect') await this.tell(tx, row);
    return true;
  }

  /** Notes an act on a statement that changes nothing in it. */
  async note(tx: Tx, actor: Actor, act: string, id: string, verdict: string): Promise<void> {
    await this.audit.record(tx, actor, `redress.${act}`, id, { verdict });
  }

  private async tell(tx: Tx, row: NewStatement): Promise<void> {
    await this.outbox.add(tx, statementIssued, { ...cardOf(row), says: kindRow(row.kind).says });
  }
}

function issuedOf({ id, state, appealUntil: until }: NewStatement): Issued {
  const effect = state === 'held' || state === 'dropped' ? state : 'in_force';
  return { id, effect, appealUntil: until.toISOString() };
}

function rowOf(draft: StatementDraft, decidedAt: Date, isHeld: boolean): NewStatement {
  const { kind, subjectId, actId, personId, programId, ground, rule } = draft;
  return {
    id: newId('sor'),
    kind,
    subjectId,
    actId,
    personId,
    programId,
    ground,
    ruleSource: rule.source,
    ruleId: rule.id,
    ruleVersion: rule.source === 'clause' ? rule.version : null,
    ruleText: rule.text,
    rulings: [...(draft.rulings ?? [])],
    facts: draft.facts.trim(),
    timecodes: [...(draft.timecodes ?? [])],
    scope: draft.scope ?? kindRow(kind).says,
    territories: draft.territories === undefined ? null : [...draft.territories],
    endsAt: draft.endsAt ?? null,
    remedy: draft.remedy.trim(),
    isFoundBySoftware: draft.isFoundBySoftware ?? false,
    automation: draft.automation ?? 'none',
    source: draft.source ?? 'own',
    decidedBy: draft.decidedBy.id,
    decidedByRole: draft.decidedBy.role,
    confirmedBy: draft.confirmedBy?.id ?? null,
    confirmedByRole: draft.confirmedBy?.role ?? null,
    snapshot: { ...draft.snapshot },
    evidence: [...(draft.evidence ?? [])],
    contentAt: draft.contentAt ?? null,
    decidedAt,
    appealUntil: appealUntil(decidedAt),
    state: isHeld ? 'held' : 'in_force',
    issuedAt: isHeld ? null : decidedAt,
  };
}
