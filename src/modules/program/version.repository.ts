import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Database, type Tx } from '../../platform/db/database';
import type { VersionKind } from './contract';
import { VersionEntity } from './version.entity';
import { INSERT_VERSION, LIST_IN_FORCE, LIST_VERSIONS } from './version.sql';

export interface VersionLine {
  readonly id: string;
  readonly kind: VersionKind;
  readonly version: number;
  readonly hash: string;
  readonly publishedAt: Date;
  readonly isInForce: boolean;
  /** Sort key. */
  readonly made: string;
}

@Injectable()
export class VersionRepository {
  constructor(private readonly db: Database) {}

  /**
   * The version in force. Inside of a transaction hand it over: a second connection taken while holding one would
   * lock up a busy pool.
   */
  async findInForce(programId: string, kind: VersionKind, tx?: Tx): Promise<VersionEntity | null> {
    const manager = tx?.manager ?? this.db.manager;
    return manager.findOne(VersionEntity, { where: { programId, kind }, order: { version: 'DESC' } });
  }

  /** The version of this id, or the one in force at a moment; `null` when the first one came later. */
  async findEarlier(
    programId: string,
    kind: VersionKind,
    which: { id: string } | { at: Date },
    tx?: Tx,
  ): Promise<VersionEntity | null> {
    const that = 'id' in which ? { id: which.id } : { publishedAt: LessThanOrEqual(which.at) };
    return (tx ?? this.db).manager.findOne(VersionEntity, {
      where: { programId, kind, ...that },
      order: { version: 'DESC' },
    });
  }

  async find(programId: string, kind: VersionKind, version: number): Promise<VersionEntity | null> {
    return this.db.manager.findOneBy(VersionEntity, { programId, kind, version });
  }

  async listInForce(programIds: readonly string[], tx?: Tx): Promise<VersionEntity[]> {
    if (programIds.length === 0) return [];
    return tx === undefined
      ? this.db.read<VersionEntity>(LIST_IN_FORCE, [programIds])
      : tx.query<VersionEntity>(LIST_IN_FORCE, [programIds]);
  }

  async list(programId: string): Promise<VersionLine[]> {
    return this.db.read<VersionLine>(LIST_VERSIONS, [programId]);
  }

  async insert(tx: Tx, row: Omit<VersionEntity, 'publishedAt'>): Promise<VersionEntity> {
    const [stored] = await tx.query<{ publishedAt: Date }>(INSERT_VERSION, [
      row.id,
      row.programId,
      row.kind,
      row.version,
      row.hash,
      JSON.stringify(row.content),
      row.publishedBy,
    ]);
    return { ...row, publishedAt: (stored as { publishedAt: Date }).publishedAt };
  }
}
