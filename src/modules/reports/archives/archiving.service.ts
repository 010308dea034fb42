import { Injectable, Logger } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { SYSTEM } from '../../../kernel/actor';
import { DAY, later, systemClock } from '../../../kernel/clock';
import { decide } from '../../../kernel/workflow';
import { zipOf } from '../../../platform/archive/zip';
import { Database, type Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { BlobStore, type BlobHead } from '../../../platform/storage/blob-store';
import { AuditService } from '../../audit';
import { archiveMoved } from '../contract';
import { archiveWorkflow, type ArchiveVerb } from '../domain/archive.workflow';
import { ArchiveContentService } from './archive-content.service';
import type { ArchiveEntity } from './archive.entity';
import { ArchiveRepository } from './archive.repository';

/** An archive can be downloaded so long. */
const KEPT_DAYS = 7;
/** Milliseconds between two signs of life. */
const BEAT = 400;

interface Made {
  readonly head: BlobHead;
  readonly files: number;
  readonly missing: number;
}

/** Its artist no longer wants it. */
class Stopped extends Error {}

/** Makes archives in the background, tells how far they are, and removes them when their time is over. */
@Injectable()
export class ArchivingService {
  private readonly log = new Logger('archives');

  constructor(
    private readonly db: Database,
    private readonly archives: ArchiveRepository,
    private readonly contents: ArchiveContentService,
    private readonly blobs: BlobStore,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** Does nothing when somebody else has it, or it is no longer wanted. */
  async write(id: string): Promise<void> {
    const row = await this.db.tx((tx) => this.move(tx, id, 'start'));
    if (row === null) return;
    try {
      await this.finish(id, await this.make(row));
    } catch (error) {
      if (error instanceof Stopped) return;
      this.log.error({ archive: id, error });
      await this.db.tx((tx) => this.move(tx, id, 'fail'));
    }
  }

  /** Ids of archives that are to be queued: new ones that were lost, and those whose writer died. */
  async listToQueue(): Promise<string[]> {
    const stuck = await this.archives.listStuck();
    for (const { id, state } of stuck)
      if (state === 'running') await this.db.tx((tx) => this.move(tx, id, 'resume'));
    return stuck.map(({ id }) => id);
  }

  async expire(): Promise<void> {
    for (const id of await this.archives.listExpired()) {
      const row = await this.archives.find(id);
      if (row !== null && row.blobKey !== null) await this.blobs.remove(row.blobKey);
      await this.db.tx((tx) => this.move(tx, id, 'expire'));
    }
  }

  private async make({ id, personId }: ArchiveEntity): Promise<Made> {
    const { entries, missing } = await this.contents.of(personId, systemClock.now());
    let done = 0;
    const content = zipOf(entries, (count) => (done = count));
    const tell = (): Promise<void> => this.beat(id, content, done, entries.length);
    const clock = setInterval(() => void tell(), BEAT);
    void tell();
    try {
      const head = await this.blobs.write(`archives/${id}/archive.zip`, content, 'application/zip');
      return { head, files: entries.length - missing.length, missing: missing.length };
    } finally {
      clearInterval(clock);
    }
  }

  /** On a connection of its own, and never waited for: the writing goes on where there is none. */
  private async beat(id: string, content: Readable, done: number, total: number): Promise<void> {
    try {
      if (!(await this.archives.beat(id, done, total))) content.destroy(new Stopped('canceled'));
    } catch (error) {
      this.log.warn({ archive: id, error });
    }
  }

  private async finish(id: string, { head, files, missing }: Made): Promise<void> {
    const { key: blobKey, bytes, sha256 } = head;
    const isWanted = await this.db.tx(async (tx) => {
      const expiresAt = later(systemClock.now(), KEPT_DAYS * DAY);
      await this.archives.setWritten(tx, id, { blobKey, bytes, sha256, files, missing, expiresAt });
      const row = await this.move(tx, id, 'finish', files);
      if (row === null) return false;
      await this.audit.record(tx, SYSTEM, 'reports.write_archive', id, { files, missing, bytes, sha256 });
      return true;
    });
    if (!isWanted) await this.blobs.remove(blobKey);
  }

  /** `null`: it is in no state for that. */
  private async move(tx: Tx, id: string, verb: ArchiveVerb, files = 0): Promise<ArchiveEntity | null> {
    const row = await this.archives.lock(tx, id);
    if (row === null) return null;
    const decision = decide(archiveWorkflow, row.state, verb, SYSTEM, { isOwn: false });
    if (decision.kind !== 'move') return null;
    await this.archives.move(tx, row, verb, decision.to, SYSTEM);
    if (verb === 'start') await this.archives.setStarted(tx, id);
    if (verb === 'finish' || verb === 'fail') {
      const { personId, state: from } = row;
      const moved = { archiveId: id, personId, verb, from, to: decision.to, files };
      await this.outbox.add(tx, archiveMoved, moved);
    }
    return row;
  }
}
