import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Database, type Tx } from '../../platform/db/database';
import { Fresh } from '../../platform/db/fresh';
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

/** What every submit asks for; the others are read each time. */
const RECALLED: ReadonlySet<VersionKind> = new Set(['quota_plan', 'mark_policy']);

@Injectable()
export class VersionRepository {
  /** By programme. A publication takes effect here at once, in other processes within a second. */
  private readonly inForce: Fresh<VersionEntity[]>;

  constructor(private readonly db: Database) {
    this.inForce = new Fresh(db.changes, 'program_versions', (programIds) => this.readInForce(programIds));
  }

  /**
   * The version in force; of a kind of `RECALLED` and without `tx` at most a second old. Inside of a transaction hand it over: a second connection
   * taken while holding one would lock up a busy pool.
   */
  async findInForce(programId: string, kind: VersionKind, tx?: Tx): Promise<VersionEntity | null> {
    if (tx === undefined && RECALLED.has(kind)) {
      return ((await this.inForce.get(programId)) ?? []).find((version) => version.kind === kind) ?? null;
    }
    return (tx ?? this.db).manager.findOne(VersionEntity, {
      where: { programId, kind },
      order: { version: 'DESC' },
    });
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
    tx.afterCommit(() => this.inForce.clear());
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

  private async readInForce(programIds: readonly string[]): Promise<Map<string, VersionEntity[]>> {
    const byProgram = new Map<string, VersionEntity[]>();
    for (const version of await this.listInForce(programIds)) {
      byProgram.set(version.programId, [...(byProgram.get(version.programId) ?? []), version]);
    }
    return byProgram;
  }
}
