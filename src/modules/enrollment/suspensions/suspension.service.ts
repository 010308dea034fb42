import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { PeopleService } from '../../access';
import { ProgramService } from '../../program';
import { StatementsService } from '../../redress';
import { enrollmentRefusals } from '../contract';
import { SCOPE_SAYS, type SuspensionButton } from '../domain/suspension.workflow';
import { EnrollmentRepository } from '../enrollment.repository';
import { SuspensionEffectService } from './suspension-effect.service';
import type { SuspensionEntity } from './suspension.entity';
import {
  suspensionView,
  type SuspensionBody,
  type SuspensionListQuery,
  type SuspensionProposalView,
} from './suspension.dto';
import { SuspensionRepository } from './suspension.repository';

const SUSPENDABLE = ['active', 'paused'];

const roleOf = ({ roles }: Actor): 'manager' | 'admin' => (roles.includes('manager') ? 'manager' : 'admin');

/** Suspensions: proposed by one, confirmed by another, with a statement of reasons; they lift themselves. */
@Injectable()
export class SuspensionService {
  constructor(
    private readonly suspensions: SuspensionRepository,
    private readonly enrollments: EnrollmentRepository,
    private readonly effects: SuspensionEffectService,
    private readonly statements: StatementsService,
    private readonly programs: ProgramService,
    private readonly people: PeopleService,
  ) {}

  /** Newest first. */
  async list(
    me: Actor,
    { cursor, limit, ...filter }: SuspensionListQuery,
  ): Promise<Page<SuspensionProposalView>> {
    const before = cursor === undefined ? undefined : String(decodeCursor(cursor, 1)[0]);
    const rows = await this.suspensions.list({ ...filter, before }, limit + 1);
    const views = await this.views(me, rows);
    return toPage(
      rows,
      limit,
      (row) => [row.id],
      (row) => views.get(row.id) as SuspensionProposalView,
    );
  }

  async get(me: Actor, id: string): Promise<SuspensionProposalView> {
    const row = await this.suspensions.get(id);
    return (await this.views(me, [row])).get(id) as SuspensionProposalView;
  }

  /**
   * Proposes one; nothing happens to the artist before a second person confirms. Refuses a clause that the terms in
   * force do not have, an end that has passed, oneself, and a second one beside one under way.
   */
  async propose(tx: Tx, me: Actor, enrollmentId: string, body: SuspensionBody): Promise<string> {
    const enrollment = await this.enrollments.lock(tx, enrollmentId);
    const { programId, personId, state } = enrollment;
    if (personId === me.id) throw refusal(enrollmentRefusals, 'own_enrollment');
    if (!SUSPENDABLE.includes(state)) throw refusal(enrollmentRefusals, 'wrong_state', { state });
    const terms = await this.programs.terms(programId, tx);
    const clause = terms.clauses.find(({ id }) => id === body.clauseId);
    if (clause === undefined)
      throw refusal(enrollmentRefusals, 'clause_unknown', {
        clauseId: body.clauseId,
        termsVersion: terms.version,
      });
    const endsAt = new Date(body.endsAt);
    if (endsAt <= new Date()) throw refusal(enrollmentRefusals, 'end_in_past');
    const row = {
      id: newId('sus'),
      enrollmentId,
      programId,
      personId,
      ground: body.ground,
      clauseId: clause.id,
      clauseText: clause.text,
      termsId: terms.id,
      termsVersion: terms.version,
      facts: body.facts.trim(),
      remedy: body.remedy.trim(),
      scope: body.scope,
      endsAt,
      proposedBy: me.id,
      proposedByRole: roleOf(me),
    };
    if (!(await this.suspensions.insert(tx, row))) throw refusal(enrollmentRefusals, 'suspension_under_way');
    await this.effects.noteProposal(tx, me, row.id, enrollmentId);
    return row.id;
  }

  /** Confirms as a second person (its statement is issued, and it begins unless a second look comes first), refuses, withdraws, lifts. */
  async act(tx: Tx, me: Actor, id: string, verb: SuspensionButton, note?: string): Promise<void> {
    const row = await this.suspensions.lock(tx, id);
    if (verb === 'lift') return this.effects.close(tx, row, verb, me, note);
    if (!(await this.effects.step(tx, row, verb, me, note)) || verb !== 'confirm') return;
    const issued = await this.issue(tx, row, me);
    await this.suspensions.update(tx, id, { statementId: issued.id });
    row.statementId = issued.id;
    if (issued.effect === 'in_force') await this.effects.begin(tx, row, me);
    if (issued.effect === 'dropped') await this.effects.step(tx, row, 'drop', SYSTEM);
  }

  private async issue(tx: Tx, row: SuspensionEntity, me: Actor) {
    const program = (await this.programs.cards([row.programId])).get(row.programId);
    return this.statements.issue(tx, {
      kind: 'enrollment_suspended',
      subjectId: row.enrollmentId,
      actId: row.id,
      personId: row.personId,
      programId: row.programId,
      ground: row.ground,
      rule: { source: 'clause', id: row.clauseId, version: row.termsVersion, text: row.clauseText },
      facts: row.facts,
      endsAt: row.endsAt,
      remedy: row.remedy,
      decidedBy: { id: row.proposedBy, role: row.proposedByRole },
      confirmedBy: { id: me.id, role: roleOf(me) },
      snapshot: {
        programme: program?.name ?? '',
        closed: row.scope.map((one) => SCOPE_SAYS[one]).join(', '),
      },
    });
  }

  private async views(
    me: Actor,
    rows: readonly SuspensionEntity[],
  ): Promise<Map<string, SuspensionProposalView>> {
    const ids = rows.flatMap(({ personId, proposedBy, confirmedBy }) => [
      personId,
      proposedBy,
      ...(confirmedBy === null ? [] : [confirmedBy]),
    ]);
    const [people, programs] = await Promise.all([
      this.people.cards(ids),
      this.programs.cards(rows.map(({ programId }) => programId)),
    ]);
    const nameOf = (id: string): string => people.get(id)?.name ?? '';
    return new Map(
      rows.map((row) => [
        row.id,
        suspensionView(row, me, { nameOf, programName: programs.get(row.programId)?.name ?? '' }),
      ]),
    );
  }
}

/** What time decides about suspensions. Safe to run anywhere, several at once. */
@Injectable()
export class SuspensionSweep {
  constructor(
    private readonly db: Database,
    private readonly suspensions: SuspensionRepository,
    private readonly effects: SuspensionEffectService,
  ) {}

  /** Ends those whose date has come and drops proposals that nobody confirmed. Returns how many moved. */
  async run(): Promise<number> {
    let count = 0;
    for (const { id, verb } of await this.suspensions.listDue())
      count += await this.db.tx(async (tx) => {
        const row = await this.suspensions.lock(tx, id);
        if (row.state !== (verb === 'end' ? 'in_force' : 'proposed')) return 0;
        if (verb === 'end') await this.effects.close(tx, row, 'end', SYSTEM);
        else await this.effects.step(tx, row, 'expire', SYSTEM);
        return 1;
      });
    return count;
  }
}
