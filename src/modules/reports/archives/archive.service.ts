import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import { Database } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { QueueService } from '../../../platform/queue/queue.service';
import { AuditService } from '../../audit';
import { reportsRefusals } from '../contract';
import { archiveWorkflow } from '../domain/archive.workflow';
import { archiveView, type ArchiveView } from './archive.dto';
import type { ArchiveEntity } from './archive.entity';
import { writeArchive } from './archive.jobs';
import { ArchiveRepository } from './archive.repository';

/** Everything of one artist, asked for by themselves: in a programme, suspended, or long gone. */
@Injectable()
export class ArchiveService {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly archives: ArchiveRepository,
    private readonly queue: QueueService,
    private readonly audit: AuditService,
  ) {}

  /** A new one, or the one that is being made. */
  async create(me: Actor, once: Once): Promise<ArchiveView> {
    return this.idempotency.run(once, async (tx) => {
      const id = newId('arc');
      const isNew = await this.archives.insert(tx, id, me.id);
      const row = isNew ? await this.archives.lock(tx, id) : await this.archives.findOpen(tx, me.id);
      if (row === null) throw refusal(reportsRefusals, 'not_found');
      if (isNew) {
        await this.audit.record(tx, me, 'reports.create_archive', id);
        tx.afterCommit(() => this.ring(id));
      }
      return archiveView(row, me);
    });
  }

  async list(me: Actor, { cursor, limit }: { cursor?: string; limit: number }): Promise<Page<ArchiveView>> {
    const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    return toPage(
      await this.archives.list(me.id, before, limit + 1),
      limit,
      ({ id }) => [id],
      (row) => archiveView(row, me),
    );
  }

  /** One's own; anybody else's is `not_found`. */
  async get(me: Actor, id: string): Promise<ArchiveView> {
    return archiveView(await this.own(me, id), me);
  }

  async cancel(me: Actor, id: string, once: Once): Promise<ArchiveView> {
    await this.own(me, id);
    return this.idempotency.run(once, async (tx) => {
      const row = await this.archives.lock(tx, id);
      if (row === null) throw refusal(reportsRefusals, 'not_found');
      const decision = decide(archiveWorkflow, row.state, 'cancel', me, { isOwn: row.personId === me.id });
      if (decision.kind === 'refused')
        throw refusedMove(reportsRefusals, decision.code, archiveWorkflow, row.state, 'cancel');
      if (decision.kind === 'already') return archiveView(row, me);
      await this.archives.move(tx, row, 'cancel', decision.to, me);
      await this.audit.record(tx, me, 'reports.cancel_archive', id);
      return archiveView({ ...row, state: decision.to }, me);
    });
  }

  /** The file of one's own that is ready; taking it is noted. Refuses `archive_not_ready`. */
  async file(me: Actor, id: string): Promise<{ key: string; fileName: string }> {
    const row = await this.own(me, id);
    if (row.state !== 'ready' || row.blobKey === null)
      throw refusal(reportsRefusals, 'archive_not_ready', { state: row.state });
    await this.db.tx((tx) =>
      this.audit.record(tx, me, 'reports.download_archive', id, { sha256: row.sha256 }),
    );
    return { key: row.blobKey, fileName: `atelier-archive-${row.createdAt.toISOString().slice(0, 10)}.zip` };
  }

  /** Wakes a writer. A ring that is lost is made good by the sweep. */
  private ring(archiveId: string): void {
    const job = { kind: writeArchive, id: `archive-${archiveId}`, data: { archiveId } };
    void this.queue.add(job).catch(() => undefined);
  }

  private async own(me: Actor, id: string): Promise<ArchiveEntity> {
    const row = await this.archives.find(id);
    if (row === null || row.personId !== me.id) throw refusal(reportsRefusals, 'not_found');
    return row;
  }
}
