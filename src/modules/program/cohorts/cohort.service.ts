import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { programRefusals, type Cohort } from '../contract';
import { etagOf, isSeen, type Seen } from '../domain/etag';
import { allows } from '../domain/states';
import { quotaPlanOf } from '../domain/versions';
import { maySeeDrafts } from '../domain/visibility';
import type { ProgramRow } from '../program.entity';
import { ProgramRepository } from '../program.repository';
import { VersionRepository } from '../version.repository';
import {
  cohortView,
  type CohortBody,
  type CohortChangeBody,
  type CohortListView,
  type CohortView,
} from './cohort.dto';
import { CohortRepository, type CohortRow } from './cohort.repository';

/** Artists admitted together: within the programme's dates and seats, with their own. */
@Injectable()
export class CohortService {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly programs: ProgramRepository,
    private readonly cohorts: CohortRepository,
    private readonly versions: VersionRepository,
    private readonly audit: AuditService,
  ) {}

  async list(me: Actor, idOrSlug: string): Promise<CohortListView> {
    const program = await this.programs.get(idOrSlug);
    if (program.state === 'draft' && !maySeeDrafts(me)) throw refusal(programRefusals, 'not_found');
    const rows = await this.cohorts.list(program.id);
    const plans = (await this.versions.listInForce([program.id])).filter(({ kind }) => kind === 'quota_plan');
    const items = rows.map((row) => {
      const plan = plans.find(({ cohortId }) => cohortId === row.id);
      return cohortView(row, plan === undefined ? null : quotaPlanOf(plan));
    });
    return { items, seatsLeft: program.capacity - seatsOf(rows) };
  }

  /** Refuses `cohort_outside`, `cohort_name_taken`, and `plan_fixed` once nobody is admitted any more. */
  async create(once: Once, me: Actor, idOrSlug: string, body: CohortBody): Promise<CohortView> {
    const { id: programId } = await this.programs.get(idOrSlug);
    return this.idempotency.run(once, async (tx) => {
      const program = await this.open(tx, programId);
      const { name, capacity } = body;
      const [startsAt, endsAt] = [new Date(body.startsAt), new Date(body.endsAt)];
      const row = { id: newId('coh'), programId, name, startsAt, endsAt, capacity, revision: 1 };
      await this.check(tx, program, row);
      await this.cohorts.insert(tx, row);
      await this.audit.record(tx, me, 'program.create_cohort', programId, {
        cohortId: row.id,
        name,
        capacity,
      });
      return cohortView(row, null);
    });
  }

  /** Refuses `draft_changed` (412) when somebody was faster, and what `create` refuses. */
  async change(
    me: Actor,
    idOrSlug: string,
    cohortId: string,
    body: CohortChangeBody,
    seen: Seen,
  ): Promise<CohortView> {
    const { id: programId } = await this.programs.get(idOrSlug);
    return this.db.tx(async (tx) => {
      const program = await this.open(tx, programId);
      const row = await this.cohorts.lock(tx, cohortId);
      if (row.programId !== programId) throw refusal(programRefusals, 'not_found');
      if (!isSeen(seen, row.revision))
        throw refusal(programRefusals, 'draft_changed', { etag: etagOf(row.revision) });
      const { name = row.name, capacity = row.capacity } = body;
      const startsAt = body.startsAt === undefined ? row.startsAt : new Date(body.startsAt);
      const endsAt = body.endsAt === undefined ? row.endsAt : new Date(body.endsAt);
      const next = { ...row, name, capacity, startsAt, endsAt };
      await this.check(tx, program, next);
      await this.cohorts.change(tx, next);
      await this.audit.record(tx, me, 'program.change_cohort', programId, { cohortId, name, capacity });
      return cohortView({ ...next, revision: row.revision + 1 }, null);
    });
  }

  /** By id, whatever the programme; unknown ids are missing from the map. */
  async cards(ids: readonly string[]): Promise<Map<string, Cohort>> {
    return new Map((await this.cohorts.listByIds([...new Set(ids)])).map((row) => [row.id, row]));
  }

  /** Under a lock: until the transaction ends nobody else fills its seats. Refuses `not_found`. */
  async lock(tx: Tx, id: string): Promise<Cohort> {
    return this.cohorts.lock(tx, id);
  }

  private async open(tx: Tx, programId: string): Promise<ProgramRow> {
    const program = await this.programs.lock(tx, programId);
    if (!allows(program.state, 'admit') && !allows(program.state, 'prepare'))
      throw refusal(programRefusals, 'plan_fixed', { state: program.state });
    return program;
  }

  private async check(tx: Tx, program: ProgramRow, row: CohortRow): Promise<void> {
    if (row.endsAt <= row.startsAt) throw refusal(programRefusals, 'dates_reversed');
    const others = (await this.cohorts.list(program.id, tx)).filter(({ id }) => id !== row.id);
    if (others.some(({ name }) => name === row.name)) throw refusal(programRefusals, 'cohort_name_taken');
    const seatsLeft = program.capacity - seatsOf(others);
    const isInside =
      row.startsAt >= program.startsAt && row.endsAt <= program.endsAt && row.capacity <= seatsLeft;
    if (isInside) return;
    const [startsAt, endsAt] = [program.startsAt.toISOString(), program.endsAt.toISOString()];
    throw refusal(programRefusals, 'cohort_outside', { program: { startsAt, endsAt, seatsLeft } });
  }
}

const seatsOf = (rows: readonly CohortRow[]): number => rows.reduce((sum, { capacity }) => sum + capacity, 0);
