import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm';
import { Database, type Tx } from '../../platform/db/database';
import { moveState, type StateMove } from '../../platform/db/state';
import { FileEntity } from './file.entity';
import { GenerationEntity } from './generation.entity';
import { LIST_CHANGED } from './generation.sql';

/** What its artist put away is not in their list; one request shows all that was made for it. */
const NOT_IN_BIN = `NOT EXISTS (SELECT FROM generation_bin b WHERE b.id = g.id AND b.state IN ('binned', 'emptied'))`;

const TABLES = { table: 'generation_generations', history: 'generation_history' } as const;

export interface GenerationFilter {
  readonly personId: string;
  readonly state?: GenerationEntity['state'];
  readonly isKeeper?: boolean;
  readonly batchId?: string;
  readonly project?: string;
}

/** One changed row: where a live stream has to look again. */
export interface Changed {
  readonly id: string;
  readonly personId: string;
  readonly revision: bigint;
}

export type NewGeneration = Omit<
  GenerationEntity,
  | 'seq' | 'revision' | 'createdAt' | 'updatedAt' | 'queuedAt' | 'startedAt' | 'finishedAt' | 'startTag' | 'attempt'
  | 'faults' | 'notBefore' | 'progress' | 'failureCode' | 'failureMessage' | 'isKeeper' | 'model'
  | 'unusableReason' | 'unusableNote'
>; // prettier-ignore

export type GenerationChange = QueryDeepPartialEntity<GenerationEntity>;

@Injectable()
export class GenerationRepository {
  constructor(private readonly db: Database) {}

  async find(id: string, tx?: Tx): Promise<GenerationEntity | null> {
    return (tx ?? this.db).manager.findOneBy(GenerationEntity, { id });
  }

  async listByIds(ids: readonly string[]): Promise<GenerationEntity[]> {
    if (ids.length === 0) return [];
    return this.db.manager
      .createQueryBuilder(GenerationEntity, 'g')
      .where('g.id = ANY(:ids)', { ids })
      .getMany();
  }

  /** Newest first, up to `limit` older than the generation `before`. */
  async list(filter: GenerationFilter, before: string | null, limit: number): Promise<GenerationEntity[]> {
    const rows = this.db.manager
      .createQueryBuilder(GenerationEntity, 'g')
      .where('g.person_id = :personId', { personId: filter.personId });
    if (filter.batchId === undefined) rows.andWhere(NOT_IN_BIN);
    if (filter.state !== undefined) rows.andWhere('g.state = :state', { state: filter.state });
    if (filter.isKeeper !== undefined) rows.andWhere(filter.isKeeper ? 'g.is_keeper' : 'NOT g.is_keeper');
    if (filter.batchId !== undefined) rows.andWhere('g.batch_id = :batchId', { batchId: filter.batchId });
    if (filter.project !== undefined) rows.andWhere('g.project = :project', { project: filter.project });
    if (before !== null) rows.andWhere('g.id < :before', { before });
    return rows.orderBy('g.id', 'DESC').limit(limit).getMany();
  }

  /** Generations of these people above `revision`, or changed within the last `overlapSeconds`; oldest change first. */
  async listChanged(
    personIds: readonly string[],
    revision: bigint,
    overlapSeconds: number,
  ): Promise<Changed[]> {
    return this.db.read<Changed & Record<string, unknown>>(LIST_CHANGED, [
      personIds,
      revision,
      overlapSeconds,
    ]);
  }

  /** The newest revision given out so far. */
  async lastRevision(): Promise<bigint> {
    const [row] = await this.db.read<{ last: bigint }>('SELECT last_value AS last FROM generation_revision');
    return row?.last ?? 0n;
  }

  /** For update. The flow must be locked before: MoveService.lock does both. */
  async lock(tx: Tx, id: string): Promise<GenerationEntity | null> {
    return tx.manager.findOne(GenerationEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** Columns beside the state. The row must be locked. */
  async change(tx: Tx, id: string, change: GenerationChange): Promise<void> {
    if (Object.keys(change).length > 0) await tx.manager.update(GenerationEntity, { id }, change);
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }

  async listFiles(generationIds: readonly string[], tx?: Tx): Promise<Map<string, FileEntity[]>> {
    const files = new Map<string, FileEntity[]>();
    if (generationIds.length === 0) return files;
    const rows = await (tx ?? this.db).manager
      .createQueryBuilder(FileEntity, 'f')
      .where('f.generation_id = ANY(:ids)', { ids: generationIds })
      .getMany();
    for (const row of rows) files.set(row.generationId, [...(files.get(row.generationId) ?? []), row]);
    return files;
  }
}
