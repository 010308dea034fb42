import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { Database } from '../../../platform/db/database';
import { PeopleService } from '../../access';
import { programRefusals, type VersionKind } from '../contract';
import { etagOf, isSeen, type Seen } from '../domain/etag';
import { allows } from '../domain/states';
import { ProgramRepository } from '../program.repository';
import { VersionRepository } from '../version.repository';
import { draftView, type DraftBody, type DraftListView, type DraftView } from './draft.dto';
import { DraftRepository, type DraftRow } from './draft.repository';

/** Documents while they are written: for managers only, one draft of each kind, nobody overwrites another unseen. */
@Injectable()
export class DraftService {
  constructor(
    private readonly db: Database,
    private readonly programs: ProgramRepository,
    private readonly versions: VersionRepository,
    private readonly drafts: DraftRepository,
    private readonly people: PeopleService,
  ) {}

  async list(idOrSlug: string): Promise<DraftListView> {
    const { id } = await this.programs.get(idOrSlug);
    const rows = await this.drafts.list(id);
    return { items: await Promise.all(rows.map((row) => this.view(row))) };
  }

  /** Refuses `not_found` when nobody has begun one. */
  async get(idOrSlug: string, kind: VersionKind): Promise<DraftView> {
    const { id } = await this.programs.get(idOrSlug);
    const row = await this.drafts.find(id, kind);
    if (row === null) throw refusal(programRefusals, 'not_found');
    return this.view(row);
  }

  /** Refuses `draft_changed` (412) with who saved it when it is not what the writer read. */
  async save(
    me: Actor,
    idOrSlug: string,
    kind: VersionKind,
    body: DraftBody,
    seen: Seen,
  ): Promise<DraftView> {
    const { id: programId } = await this.programs.get(idOrSlug);
    const row = await this.db.tx(async (tx) => {
      const program = await this.programs.lock(tx, programId);
      if (!allows(program.state, 'publish')) throw refusal(programRefusals, 'programme_closed');
      await this.compare(await this.drafts.find(programId, kind, tx), seen);
      return this.drafts.put(tx, {
        programId,
        kind,
        content: body.content,
        basedOn: body.basedOn,
        updatedBy: me.id,
      });
    });
    return this.view(row);
  }

  /** Throws a draft away; one that is gone is gone. Refuses `draft_changed` (412). */
  async discard(idOrSlug: string, kind: VersionKind, seen: Seen): Promise<void> {
    const { id: programId } = await this.programs.get(idOrSlug);
    await this.db.tx(async (tx) => {
      await this.programs.lock(tx, programId);
      const row = await this.drafts.find(programId, kind, tx);
      if (row === null) return;
      await this.compare(row, seen);
      await this.drafts.remove(tx, programId, kind);
    });
  }

  private async compare(row: DraftRow | null, seen: Seen): Promise<void> {
    if (isSeen(seen, row?.revision ?? null)) return;
    const savedAt = row?.updatedAt.toISOString() ?? null;
    throw refusal(programRefusals, 'draft_changed', {
      etag: row === null ? null : etagOf(row.revision),
      savedAt,
    });
  }

  private async view(row: DraftRow): Promise<DraftView> {
    const [people, newest] = await Promise.all([
      this.people.cards([row.updatedBy]),
      this.versions.findNewest(row.programId, row.kind),
    ]);
    return draftView(row, newest?.version ?? 0, people.get(row.updatedBy)?.name ?? '');
  }
}
