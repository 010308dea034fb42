import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, Raw } from 'typeorm';
import { Database, type Tx } from '../../platform/db/database';
import { Fresh } from '../../platform/db/fresh';
import type { VersionKind } from './contract';
import type { TermsLine } from './domain/governing';
import { VersionEntity } from './version.entity';
import {
  INSERT_VERSION,
  LIST_CONCURRENCY,
  LIST_IN_FORCE,
  LIST_MAKERS,
  LIST_RETENTION,
  LIST_TERMS,
  LIST_VERSIONS,
} from './version.sql';

export interface VersionLine {
  readonly id: string;
  readonly kind: VersionKind;
  readonly version: number;
  readonly hash: string;
  readonly publishedAt: Date;
  readonly effectiveAt: Date;
  readonly isMaterial: boolean;
  readonly cohortId: string | null;
  readonly publishedBy: string;
  readonly isInForce: boolean;
  /** Sort key. */
  readonly made: string;
}

/** What every submit asks for; the others are read each time. */
const RECALLED: ReadonlySet<VersionKind> = new Set(['quota_plan', 'mark_policy', 'model_policy']);

/** By the clock of the database, which also wrote when a version takes effect. */
const IN_EFFECT = Raw((column) => `${column} <= now()`);

const ofCohort = (cohortId: string | null | undefined) =>
  cohortId === undefined || cohortId === null ? IsNull() : cohortId;

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
  async findInForce(
    programId: string,
    kind: VersionKind,
    tx?: Tx,
    cohortId: string | null = null,
  ): Promise<VersionEntity | null> {
    if (tx === undefined && RECALLED.has(kind)) {
      const all = this.inForce.peek(programId) ?? (await this.inForce.get(programId)) ?? [];
      for (const version of all) if (version.kind === kind && version.cohortId === cohortId) return version;
      return null;
    }
    return (tx ?? this.db).manager.findOne(VersionEntity, {
      where: { programId, kind, cohortId: ofCohort(cohortId), effectiveAt: IN_EFFECT },
      order: { version: 'DESC' },
    });
  }

  /** The last one published, whether it governs yet or not; with a cohort of that cohort alone. */
  async findNewest(
    programId: string,
    kind: VersionKind,
    tx?: Tx,
    cohortId?: string | null,
  ): Promise<VersionEntity | null> {
    return (tx ?? this.db).manager.findOne(VersionEntity, {
      where: { programId, kind, ...(cohortId === undefined ? {} : { cohortId: ofCohort(cohortId) }) },
      order: { version: 'DESC' },
    });
  }

  /** Every version of the terms of these programmes, as far as time is concerned. */
  async listTerms(programIds: readonly string[], tx?: Tx): Promise<(TermsLine & { programId: string })[]> {
    if (programIds.length === 0) return [];
    const values = [[...new Set(programIds)]];
    type Row = TermsLine & { programId: string };
    return tx === undefined ? this.db.read<Row>(LIST_TERMS, values) : tx.query<Row>(LIST_TERMS, values);
  }

  /** Every programme, with its retention policy in force. */
  async listRetention(): Promise<{ programId: string; version: number | null; content: object | null }[]> {
    return this.db.read(LIST_RETENTION);
  }

  async listMakers(programId: string): Promise<string[]> {
    return (await this.db.read<{ id: string }>(LIST_MAKERS, [programId])).map(({ id }) => id);
  }

  async findById(id: string, tx?: Tx): Promise<VersionEntity | null> {
    return (tx ?? this.db).manager.findOneBy(VersionEntity, { id });
  }

  /** The version of this id, or the one in force at a moment; `null` when the first one came later. */
  async findEarlier(
    programId: string,
    kind: VersionKind,
    which: { id: string } | { at: Date },
    tx?: Tx,
    cohortId: string | null = null,
  ): Promise<VersionEntity | null> {
    const that =
      'id' in which
        ? { id: which.id }
        : { effectiveAt: LessThanOrEqual(which.at), cohortId: ofCohort(cohortId) };
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

  async listConcurrency(tx?: Tx): Promise<{ programId: string; clips: number }[]> {
    return tx === undefined ? this.db.read(LIST_CONCURRENCY) : tx.query(LIST_CONCURRENCY);
  }

  async list(programId: string): Promise<VersionLine[]> {
    return this.db.read<VersionLine>(LIST_VERSIONS, [programId]);
  }

  /** `effectiveAt` null: at once. Never before the publication itself. */
  async insert(
    tx: Tx,
    row: Omit<VersionEntity, 'publishedAt' | 'effectiveAt'> & { effectiveAt: Date | null },
  ): Promise<VersionEntity> {
    tx.afterCommit(() => this.inForce.clear());
    const [stored] = await tx.query<{ publishedAt: Date; effectiveAt: Date }>(INSERT_VERSION, [
      row.id,
      row.programId,
      row.kind,
      row.version,
      row.hash,
      JSON.stringify(row.content),
      row.publishedBy,
      row.cohortId,
      row.isMaterial,
      row.effectiveAt,
    ]);
    return { ...row, ...(stored as { publishedAt: Date; effectiveAt: Date }) };
  }

  private async readInForce(programIds: readonly string[]): Promise<Map<string, VersionEntity[]>> {
    const byProgram = new Map<string, VersionEntity[]>();
    for (const version of await this.listInForce(programIds)) {
      byProgram.set(version.programId, [...(byProgram.get(version.programId) ?? []), version]);
    }
    return byProgram;
  }
}
