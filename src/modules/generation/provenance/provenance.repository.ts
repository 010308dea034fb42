import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { FileCheckEntity } from './check.entity';
import { CreditLineEntity } from './credit-line.entity';
import { ProvenanceEntity } from './provenance.entity';
import {
  FIND_BY_HASH,
  LIST_CHECKS,
  LIST_OLDEST,
  SET_CREDIT_LINE,
  SHAPE_OF,
  SUM_CHECKS,
} from './provenance.sql';

/** A delivered video that is still kept, with what was promised of it. */
export interface StoredVideo extends Record<string, unknown> {
  readonly generationId: string;
  readonly key: string;
  readonly sha256: string;
  readonly manifest: string | null;
}

/** What a clip measures, and what made it. */
export interface ClipShape extends Record<string, unknown> {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly seconds: number;
  readonly sourceType: ProvenanceEntity['sourceType'] | null;
}

export interface CheckSum extends Record<string, unknown> {
  readonly outcome: FileCheckEntity['outcome'];
  readonly count: number;
  readonly last: Date;
}

@Injectable()
export class ProvenanceRepository {
  constructor(private readonly db: Database) {}

  async find(generationId: string): Promise<ProvenanceEntity | null> {
    return this.db.manager.findOneBy(ProvenanceEntity, { generationId });
  }

  async shape(tx: Tx, generationId: string): Promise<ClipShape | undefined> {
    return (await tx.query<ClipShape>(SHAPE_OF, [generationId]))[0];
  }

  async findByManifest(manifest: string): Promise<ProvenanceEntity | null> {
    return this.db.manager.findOneBy(ProvenanceEntity, { manifest });
  }

  /** The clip one of whose delivered files, still picture or contact sheet included, has this hash. */
  async findByHash(sha256: string): Promise<ProvenanceEntity | null> {
    const [row] = await this.db.read<{ generationId: string }>(FIND_BY_HASH, [sha256]);
    return row === undefined ? null : this.find(row.generationId);
  }

  /** Kept videos that were not looked at for the longest time. */
  async listOldest(limit: number): Promise<StoredVideo[]> {
    return this.db.read<StoredVideo>(LIST_OLDEST, [limit]);
  }

  async insertCheck(tx: Tx, check: Omit<FileCheckEntity, 'checkedAt'>): Promise<void> {
    await tx.manager.insert(FileCheckEntity, check);
    await tx.manager.update(
      ProvenanceEntity,
      { generationId: check.generationId },
      { verifiedAt: () => 'now()' },
    );
  }

  async listChecks(onlyBad: boolean, before: string | null, limit: number): Promise<FileCheckEntity[]> {
    return this.db.read<FileCheckEntity & Record<string, unknown>>(LIST_CHECKS, [onlyBad, before, limit]);
  }

  /** By outcome, of all checks with this id or a later one. */
  async sumChecks(from: string): Promise<CheckSum[]> {
    return this.db.read<CheckSum>(SUM_CHECKS, [from]);
  }

  async findCreditLine(enrollmentId: string): Promise<string | null> {
    return (await this.db.manager.findOneBy(CreditLineEntity, { enrollmentId }))?.name ?? null;
  }

  /** `null` takes it back. */
  async setCreditLine(tx: Tx, enrollmentId: string, name: string | null): Promise<void> {
    if (name === null) await tx.manager.delete(CreditLineEntity, { enrollmentId });
    else await tx.run(SET_CREDIT_LINE, [enrollmentId, name]);
  }
}
