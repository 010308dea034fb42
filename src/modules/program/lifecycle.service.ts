import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { newId } from '../../kernel/id';
import { decodeCursor, toPage, type Page } from '../../kernel/page';
import { refusal } from '../../kernel/refusal';
import { available, decide, refusedMove } from '../../kernel/workflow';
import { Database, type Tx } from '../../platform/db/database';
import { Idempotency, type Once } from '../../platform/idempotency/idempotency';
import { Outbox } from '../../platform/outbox/outbox';
import { AuditService } from '../audit';
import { programOpened, programRefusals, REQUIRED_KINDS } from './contract';
import { programWorkflow, type ProgramFacts, type ProgramVerb } from './domain/program.workflow';
import { maySeeDrafts } from './domain/visibility';
import {
  programSummaryView,
  programView,
  type ProgramBody,
  type ProgramListQuery,
  type ProgramSummaryView,
  type ProgramView,
} from './program.dto';
import type { ProgramRow } from './program.entity';
import { ProgramRepository } from './program.repository';
import type { VersionEntity } from './version.entity';
import { VersionRepository } from './version.repository';

const factsOf = (versions: readonly VersionEntity[]): ProgramFacts => ({
  missing: REQUIRED_KINDS.filter(
    (kind) => !versions.some((version) => version.kind === kind && version.cohortId === null),
  ),
});

const optionalDate = (given: string | undefined): Date | null =>
  given === undefined ? null : new Date(given);

/** Programmes from draft to closed. */
@Injectable()
export class LifecycleService {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly programs: ProgramRepository,
    private readonly versions: VersionRepository,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** Refuses `slug_taken` and `dates_reversed`. */
  async create(once: Once, me: Actor, body: ProgramBody): Promise<ProgramView> {
    const startsAt = new Date(body.startsAt);
    const endsAt = new Date(body.endsAt);
    if (endsAt <= startsAt) throw refusal(programRefusals, 'dates_reversed');
    return this.idempotency.run(once, async (tx) => {
      const { slug, name, model, currency, capacity } = body;
      const state = programWorkflow.initial;
      const applicationsUntil = optionalDate(body.applicationsUntil);
      const decisionsBy = optionalDate(body.decisionsBy);
      const dates = { startsAt, endsAt, applicationsUntil, decisionsBy };
      const row = {
        id: newId('prg'),
        slug,
        name,
        model,
        currency,
        ...dates,
        capacity,
        state,
        ownerId: me.id,
      };
      await this.programs.insert(tx, row);
      await this.audit.record(tx, me, 'program.create', row.id, { slug: row.slug });
      const made = { revision: 1, releasedAt: null, createdAt: startsAt, updatedAt: startsAt };
      return this.view(me, { ...row, ...made }, []);
    });
  }

  /** Newest first; drafts only for those who prepare them. */
  async list(me: Actor, { cursor, limit, state }: ProgramListQuery): Promise<Page<ProgramSummaryView>> {
    const before = cursor === undefined ? {} : { before: String(decodeCursor(cursor, 1)[0]) };
    const filter = { ...before, ...(state === undefined ? {} : { state }), hidesDrafts: !maySeeDrafts(me) };
    const rows = await this.programs.list(filter, limit + 1);
    const versions = await this.versions.listInForce(rows.map(({ id }) => id));
    return toPage(
      rows,
      limit,
      (row) => [row.id],
      (row) => programSummaryView(row, this.verbs(me, row, versions)),
    );
  }

  /** By id or slug. A draft is `not_found` to those who do not prepare it. */
  async get(me: Actor, idOrSlug: string): Promise<ProgramView> {
    const row = await this.programs.get(idOrSlug);
    if (row.state === 'draft' && !maySeeDrafts(me)) throw refusal(programRefusals, 'not_found');
    const [versions, newest] = await Promise.all([
      this.versions.listInForce([row.id]),
      this.versions.findNewest(row.id, 'terms'),
    ]);
    const isAnnounced = newest !== null && !versions.some(({ id }) => id === newest.id);
    return programView(row, versions, this.verbs(me, row, versions), isAnnounced ? newest : null);
  }

  /** Takes one step of the programme's workflow; refuses `programme_incomplete` with what is `missing`. */
  async act(me: Actor, idOrSlug: string, verb: ProgramVerb): Promise<ProgramView> {
    const { id } = await this.programs.get(idOrSlug);
    return this.db.tx(async (tx) => {
      const row = await this.programs.lock(tx, id);
      const versions = await this.versions.listInForce([id], tx);
      const facts = factsOf(versions);
      const decision = decide(programWorkflow, row.state, verb, me, facts);
      if (decision.kind === 'already') return this.view(me, row, versions);
      if (decision.kind === 'refused') throw this.refused(decision.code, row, verb, facts);
      await this.move(tx, me, row, verb, decision.to);
      return this.view(me, { ...row, state: decision.to }, versions);
    });
  }

  private refused(code: string, row: ProgramRow, verb: ProgramVerb, { missing }: ProgramFacts): Error {
    return code === 'programme_incomplete'
      ? refusal(programRefusals, code, { missing })
      : refusedMove(programRefusals, code, programWorkflow, row.state, verb);
  }

  private async move(
    tx: Tx,
    actor: Actor,
    { id, state }: ProgramRow,
    verb: ProgramVerb,
    to: ProgramRow['state'],
  ): Promise<void> {
    const isMoved = await this.programs.move(tx, { id, verb, from: state, to, actor });
    if (!isMoved) throw refusedMove(programRefusals, 'wrong_state', programWorkflow, state, verb);
    await this.audit.record(tx, actor, `program.${verb}`, id, { from: state, to });
    if (verb === 'open') await this.outbox.add(tx, programOpened, { programId: id });
  }

  private view(me: Actor, row: ProgramRow, versions: readonly VersionEntity[]): ProgramView {
    return programView(row, versions, this.verbs(me, row, versions));
  }

  private verbs(me: Actor, { id, state }: ProgramRow, versions: readonly VersionEntity[]): ProgramVerb[] {
    const own = versions.filter(({ programId }) => programId === id);
    return available(programWorkflow, state, me, factsOf(own));
  }
}
