import { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { DAY, later, systemClock } from '../../../kernel/clock';
import { decide } from '../../../kernel/workflow';
import { Database, type Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { BlobStore, type BlobHead } from '../../../platform/storage/blob-store';
import { AuditService } from '../../audit';
import { exportMoved } from '../contract';
import { exportWorkflow, FILES, type ExportVerb } from '../domain/export.workflow';
import { ContentService } from './content.service';
import type { ExportEntity, ExportTotal } from './export.entity';
import { ExportRepository } from './export.repository';

/** A file can be downloaded so long. */
const KEPT_DAYS = 7;
/** Milliseconds between two signs of life. */
const BEAT = 400;

/** How far a file is. */
export interface Progress {
  done: number;
  readonly rows: number;
  readonly totals: readonly ExportTotal[];
  isTelling: boolean;
}

/** Somebody canceled what is being written. */
class Stopped extends Error {}

/** Writes files in the background, tells how far they are, and removes them when their time is over. */
@Injectable()
export class WritingService {
  private readonly log = new Logger('exports');

  constructor(
    private readonly db: Database,
    private readonly exports: ExportRepository,
    private readonly contents: ContentService,
    private readonly blobs: BlobStore,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** Does nothing when somebody else has it, or it is no longer wanted. */
  async write(id: string): Promise<void> {
    const row = await this.db.tx((tx) => this.move(tx, id, 'start'));
    if (row === null) return;
    try {
      await this.finish(id, await this.produce(row));
    } catch (error) {
      if (error instanceof Stopped) return;
      this.log.error({ export: id, error });
      await this.db.tx(async (tx) => {
        await this.exports.setReason(
          tx,
          id,
          'The file could not be written. Make the export again; the log has the cause.',
        );
        await this.move(tx, id, 'fail');
      });
    }
  }

  /** Ids of exports that are to be queued: new ones that were lost, and those whose writer died. */
  async listToQueue(): Promise<string[]> {
    const stuck = await this.exports.listStuck();
    for (const { id, state } of stuck)
      if (state === 'running') await this.db.tx((tx) => this.move(tx, id, 'resume'));
    return stuck.map(({ id }) => id);
  }

  async expire(): Promise<void> {
    for (const id of await this.exports.listExpired()) {
      const row = await this.exports.find(id);
      if (row?.blobKey !== null && row?.blobKey !== undefined) await this.blobs.remove(row.blobKey);
      await this.db.tx((tx) => this.move(tx, id, 'expire'));
    }
  }

  private async produce(row: ExportEntity): Promise<Progress & { head: BlobHead }> {
    return this.db.snapshot(async (snapshot) => {
      const { rows, totals, open } = await this.contents.content(snapshot, row);
      const progress: Progress = { done: 0, rows, totals, isTelling: false };
      const content = await open((count) => (progress.done = count));
      const clock = setInterval(() => void this.beat(row.id, progress, content), BEAT);
      void this.beat(row.id, progress, content);
      try {
        const key = `exports/${row.id}/file.${FILES[row.format].ending}`;
        return { ...progress, head: await this.blobs.write(key, content, FILES[row.format].type) };
      } finally {
        clearInterval(clock);
      }
    });
  }

  /** On a connection of its own, and never waited for: the writing goes on where there is none. */
  private async beat(id: string, progress: Progress, content: Readable): Promise<void> {
    if (progress.isTelling) return;
    progress.isTelling = true;
    try {
      if (!(await this.exports.beat(id, progress))) content.destroy(new Stopped('canceled'));
    } catch (error) {
      this.log.warn({ export: id, error });
    }
    progress.isTelling = false;
  }

  private async finish(id: string, { head, rows, totals }: Progress & { head: BlobHead }): Promise<void> {
    const isWanted = await this.db.tx(async (tx) => {
      const expiresAt = later(systemClock.now(), KEPT_DAYS * DAY);
      const { key: blobKey, bytes, sha256 } = head;
      await this.exports.setWritten(tx, id, { blobKey, bytes, sha256, rows, totals, expiresAt });
      const row = await this.move(tx, id, 'finish', rows);
      if (row === null) return false;
      await this.audit.record(tx, SYSTEM, 'reports.write_export', id, {
        reading: row.reading,
        rows,
        bytes,
        sha256,
      });
      return true;
    });
    if (!isWanted) await this.blobs.remove(head.key);
  }

  /** `null`: it is in no state for that. */
  private async move(tx: Tx, id: string, verb: ExportVerb, rows = 0): Promise<ExportEntity | null> {
    const row = await this.exports.lock(tx, id);
    if (row === null) return null;
    const decision = decide(exportWorkflow, row.state, verb, SYSTEM, {});
    if (decision.kind !== 'move') return null;
    await this.exports.move(tx, row, verb, decision.to, SYSTEM);
    if (verb === 'start') await this.exports.setStarted(tx, id);
    if (verb === 'finish' || verb === 'fail') {
      const { personId, reading, format, state: from } = row;
      await this.outbox.add(tx, exportMoved, {
        exportId: id,
        personId,
        reading,
        format,
        verb,
        from,
        to: decision.to,
        rows,
      });
    }
    return row;
  }
}
