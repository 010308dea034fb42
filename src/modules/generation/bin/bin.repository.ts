import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import type { BinState, BinVerb, BoundBy } from '../domain/bin.workflow';
import { LIST_EVERY_DAYS, type Going, type RetentionRules } from '../domain/retention';
import { BinEntity } from './bin.entity';
import { BOUND, EMPTY, ENSURE_ROW, EXPIRE, LIST_BIN, LIST_OVER, LIST_PROGRAMS, LIST_TO_WARN, LOCK_CLIPS, MOVE_ROW, SPARE, STILL_OVER, USAGE_OF, USAGE_OF_BIN, WARN } from './bin.sql'; // prettier-ignore

const HISTORY = `INSERT INTO generation_bin_history (subject_id, verb, from_state, to_state, actor_id) VALUES ($1, $2, $3, $4, $5)`;

export interface BinMove {
  readonly id: string;
  readonly verb: BinVerb;
  readonly from: BinState;
  readonly to: BinState;
  readonly actorId: string;
  /** When it goes next; null: it does not. */
  readonly goesAt: Date | null;
  /** From when its days are counted anew; null: as before. */
  readonly countedFrom: Date | null;
}

export interface BinLine {
  readonly id: string;
  readonly state: BinState;
  readonly goesAt: Date | null;
  readonly updatedAt: Date;
  readonly programId: string;
  readonly prompt: string;
  readonly seconds: number;
  readonly resolution: string;
  readonly draft: boolean;
  readonly bytes: bigint;
}

/** What was taken out of the books: by clip, where its files lay. */
export interface Emptied {
  readonly ids: readonly string[];
  readonly keys: readonly string[];
  readonly bytes: bigint;
}

const written = (rules: RetentionRules): string =>
  JSON.stringify([...rules].map(([programId, rule]) => ({ programId, ...rule })));

@Injectable()
export class BinRepository {
  constructor(private readonly db: Database) {}

  async find(id: string, tx?: Tx): Promise<BinEntity | null> {
    return (tx ?? this.db).manager.findOneBy(BinEntity, { id });
  }

  /** Those of these clips that are on their way or gone, by id. */
  async listOf(ids: readonly string[]): Promise<Map<string, BinEntity>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db.manager
      .createQueryBuilder(BinEntity, 'b')
      .where(`b.id = ANY(:ids) AND b.state <> 'stored'`, { ids })
      .getMany();
    return new Map(rows.map((row) => [row.id, row]));
  }

  async list(
    personId: string,
    states: readonly BinState[],
    before: string | null,
    limit: number,
  ): Promise<BinLine[]> {
    return this.db.read<BinLine & Record<string, unknown>>(LIST_BIN, [personId, states, before, limit]);
  }

  async usage(personId: string): Promise<{ kind: string; count: number; bytes: bigint }[]> {
    return this.db.read(USAGE_OF, [personId]);
  }

  /** Programmes that this artist has clips of. */
  async listPrograms(personId: string): Promise<string[]> {
    return (await this.db.read<{ id: string }>(LIST_PROGRAMS, [personId])).map(({ id }) => id);
  }

  async usageOfAll(): Promise<
    { state: Exclude<BinState, 'stored'>; clips: number; bytes: bigint; firstAt: Date | null }[]
  > {
    return this.db.read(USAGE_OF_BIN);
  }

  /** Locks clips and waits for whoever is just referring to them. */
  async lock(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.run(LOCK_CLIPS, [ids]);
  }

  /** What these clips are needed for; the others are missing from the map. */
  async boundBy(ids: readonly string[], tx?: Tx): Promise<Map<string, BoundBy>> {
    type Row = { id: string; by: BoundBy | null };
    const rows = await (tx === undefined ? this.db.read<Row>(BOUND, [ids]) : tx.query<Row>(BOUND, [ids]));
    return new Map(rows.flatMap(({ id, by }) => (by === null ? [] : [[id, by] as const])));
  }

  async ensure(tx: Tx, id: string): Promise<void> {
    await tx.run(ENSURE_ROW, [id]);
  }

  async countAnew(tx: Tx, id: string): Promise<void> {
    await tx.run('UPDATE generation_bin SET counted_from = now(), updated_at = now() WHERE id = $1', [id]);
  }

  async move(tx: Tx, { id, verb, from, to, actorId, goesAt, countedFrom }: BinMove): Promise<boolean> {
    if ((await tx.run(MOVE_ROW, [id, from, to, goesAt, countedFrom])) === 0) return false;
    await tx.run(HISTORY, [id, verb, from, to, actorId]);
    return true;
  }

  /** Artists with clips to be told of, who have not been told of any within the week. */
  async listToWarn(rules: RetentionRules, limit: number): Promise<string[]> {
    const rows = await this.db.read<{ personId: string }>(LIST_TO_WARN, [
      written(rules),
      LIST_EVERY_DAYS,
      limit,
    ]);
    return rows.map(({ personId }) => personId);
  }

  async warn(tx: Tx, rules: RetentionRules, personId: string, actorId: string): Promise<Going[]> {
    return tx.query<Going & Record<string, unknown>>(WARN, [
      written(rules),
      LIST_EVERY_DAYS,
      personId,
      actorId,
    ]);
  }

  async spare(tx: Tx, actorId: string): Promise<number> {
    return tx.run(SPARE, [actorId]);
  }

  async expire(tx: Tx, rules: RetentionRules, actorId: string): Promise<number> {
    return tx.run(EXPIRE, [written(rules), actorId]);
  }

  /** Clips whose time in the bin is over, by artist. */
  async listOver(limit: number): Promise<Map<string, string[]>> {
    const byPerson = new Map<string, string[]>();
    for (const { id, personId } of await this.db.read<{ id: string; personId: string }>(LIST_OVER, [limit]))
      byPerson.set(personId, [...(byPerson.get(personId) ?? []), id]);
    return byPerson;
  }

  /** Of these clips those that may go now; they are locked. */
  async stillOver(tx: Tx, ids: readonly string[]): Promise<string[]> {
    return (await tx.query<{ id: string }>(STILL_OVER, [ids])).map(({ id }) => id);
  }

  /** Takes files out of the books. The clips are locked, and it was decided that they go. */
  async empty(
    tx: Tx,
    ids: readonly string[],
    { verb, from, actorId }: { verb: 'empty' | 'remove'; from: readonly BinState[]; actorId: string },
  ): Promise<Emptied> {
    type Row = { id: string; key: string | null; bytes: bigint | null };
    const rows = await tx.query<Row>(EMPTY, [ids, verb, actorId, from]);
    return {
      ids: [...new Set(rows.map(({ id }) => id))],
      keys: rows.flatMap(({ key }) => key ?? []),
      bytes: rows.reduce((sum, { bytes }) => sum + (bytes ?? 0n), 0n),
    };
  }
}
