import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { programRefusals, type Clause } from '../contract';
import { etagOf, isSeen, type Seen } from '../domain/etag';
import { planFault, shifted } from '../domain/plan';
import { programWorkflow } from '../domain/program.workflow';
import { STATE_ALLOWS } from '../domain/states';
import { DraftRepository } from '../drafts/draft.repository';
import type { ProgramRow } from '../program.entity';
import { ProgramRepository } from '../program.repository';
import type { VersionEntity } from '../version.entity';
import { VersionRepository } from '../version.repository';
import type { CopyBody, ProgramChangeBody } from './plan.dto';

const dateOf = (given: string | undefined, before: Date | null): Date | null =>
  given === undefined ? before : new Date(given);

/** The dates and seats of a programme, and a new one after the pattern of another. */
@Injectable()
export class PlanService {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly programs: ProgramRepository,
    private readonly versions: VersionRepository,
    private readonly drafts: DraftRepository,
    private readonly audit: AuditService,
  ) {}

  /** Refuses `draft_changed` (412), `dates_reversed`, and `plan_fixed` for what artists already rely on. */
  async change(me: Actor, idOrSlug: string, body: ProgramChangeBody, seen: Seen): Promise<void> {
    const { id } = await this.programs.get(idOrSlug);
    await this.db.tx(async (tx) => {
      const before = await this.programs.lock(tx, id);
      if (!isSeen(seen, before.revision))
        throw refusal(programRefusals, 'draft_changed', { etag: etagOf(before.revision) });
      const { name = before.name, model = before.model, capacity = before.capacity } = body;
      const after: ProgramRow = {
        ...before,
        name,
        model,
        capacity,
        startsAt: dateOf(body.startsAt, before.startsAt) as Date,
        endsAt: dateOf(body.endsAt, before.endsAt) as Date,
        applicationsUntil: dateOf(body.applicationsUntil, before.applicationsUntil),
        decisionsBy: dateOf(body.decisionsBy, before.decisionsBy),
        releasedAt: dateOf(body.releasedAt, before.releasedAt),
      };
      const fault = planFault(before.state, before, after);
      if (fault !== null) throw refusal(programRefusals, fault, { allows: STATE_ALLOWS[before.state] });
      await this.programs.change(tx, before, after, me.id);
      await this.audit.record(tx, me, 'program.change_plan', id, { revision: before.revision + 1, ...body });
    });
  }

  /** A draft programme with a draft of every document of the original, and nothing published; returns its id. */
  async copy(once: Once, me: Actor, idOrSlug: string, body: CopyBody): Promise<string> {
    const from = await this.programs.get(idOrSlug);
    const startsAt = new Date(body.startsAt);
    const move = (at: Date): Date => new Date(shifted(at.toISOString(), from.startsAt, startsAt));
    const { id } = await this.idempotency.run(once, async (tx) => {
      const row = {
        id: newId('prg'),
        slug: body.slug,
        name: body.name,
        model: from.model,
        currency: from.currency,
        startsAt,
        endsAt: move(from.endsAt),
        capacity: from.capacity,
        state: programWorkflow.initial,
        ownerId: me.id,
        applicationsUntil: from.applicationsUntil === null ? null : move(from.applicationsUntil),
        decisionsBy: from.decisionsBy === null ? null : move(from.decisionsBy),
      };
      await this.programs.insert(tx, row);
      for (const version of await this.versions.listInForce([from.id], tx)) {
        if (version.cohortId === null) await this.copyDraft(tx, me, row, version, from);
      }
      await this.audit.record(tx, me, 'program.copy', row.id, { from: from.id, slug: row.slug });
      return { id: row.id };
    });
    return id;
  }

  private async copyDraft(
    tx: Tx,
    me: Actor,
    to: Pick<ProgramRow, 'id' | 'startsAt'>,
    { kind, content }: VersionEntity,
    from: ProgramRow,
  ): Promise<void> {
    const moved = (clause: Clause): Clause =>
      clause.endsAt === undefined
        ? clause
        : { ...clause, endsAt: shifted(clause.endsAt, from.startsAt, to.startsAt) };
    const copied =
      kind === 'terms' ? { clauses: (content as { clauses: Clause[] }).clauses.map(moved) } : content;
    await this.drafts.put(tx, { programId: to.id, kind, content: copied, basedOn: 0, updatedBy: me.id });
  }
}
