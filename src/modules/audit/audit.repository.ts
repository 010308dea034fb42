import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { decodeNumberCursor, toPage, type Page } from '../../kernel/page';
import { Database, type Tx } from '../../platform/db/database';
import {
  ACTS,
  SEAL_OVER,
  BETWEEN,
  INSERT_ENTRY,
  INSERT_SEAL,
  LAST_SEAL,
  LOCK_CHAIN,
  SEALS,
  UNSEALED,
} from './audit.sql';
import { AuditEntryEntity } from './audit-entry.entity';
import type { EntryText, Seal } from './domain/chain';

/** A position in the order (xid, id). */
export interface Position {
  readonly last_xid: bigint;
  readonly last_entry: bigint;
}

export interface LastSeal extends Position {
  readonly id: bigint;
  readonly hash: Buffer;
  /** The seal knows transactions that this server has not had: the database came from a dump. */
  readonly is_ahead: boolean;
}

interface SealRow extends Omit<LastSeal, 'is_ahead'> {
  readonly entry_ids: string[];
  readonly leaves: Buffer[];
}

export interface SealHead {
  readonly id: bigint;
  readonly at: Date;
  readonly hash: Buffer;
}

export type StoredSeal = Seal & Omit<LastSeal, 'is_ahead'>;

export interface AuditFilter {
  readonly subject?: string;
  readonly actor?: string;
  readonly act?: string;
  readonly from?: Date;
  readonly until?: Date;
}

@Injectable()
export class AuditRepository {
  constructor(private readonly db: Database) {}

  async insert(tx: Tx, actor: Actor, act: string, subject: string, details: string): Promise<void> {
    await tx.run(INSERT_ENTRY, [actor.id, actor.via, actor.keyId, act, subject, details]);
  }

  /** Entries newest first, by an index for each filter. Refuses a cursor of another list. */
  async list(
    filter: AuditFilter,
    cursor: string | undefined,
    limit: number,
  ): Promise<Page<AuditEntryEntity>> {
    const query = this.db.manager
      .createQueryBuilder<AuditEntryEntity>('audit_entries', 'entry')
      .orderBy('entry.id', 'DESC')
      .take(limit + 1);
    const { from, until, ...equal } = filter;
    if (from !== undefined) query.andWhere('entry.at >= :from', { from });
    if (until !== undefined) query.andWhere('entry.at < :until', { until });
    const wanted = Object.entries(equal).filter(([, value]) => value !== undefined);
    for (const [column, value] of wanted) query.andWhere(`entry.${column} = :${column}`, { [column]: value });
    if (cursor !== undefined) query.andWhere('entry.id < :after', { after: decodeNumberCursor(cursor) });
    const rows = await query.getMany();
    return toPage(
      rows,
      limit,
      ({ id }) => [String(id)],
      (row) => row,
    );
  }

  async find(id: bigint): Promise<AuditEntryEntity | null> {
    return this.db.manager.findOneBy(AuditEntryEntity, { id });
  }

  /** The seal whose run ends at or after the entry; `null`: it is not sealed yet. */
  async sealOver({ xid, id }: Pick<AuditEntryEntity, 'xid' | 'id'>): Promise<SealHead | null> {
    return (await this.db.read<SealHead>(SEAL_OVER, [xid, id]))[0] ?? null;
  }

  async acts(): Promise<string[]> {
    return (await this.db.read<{ act: string }>(ACTS)).map(({ act }) => act);
  }

  /** Whether this transaction may extend the chain. */
  async lockChain(tx: Tx): Promise<boolean> {
    const [row] = await tx.query<{ got: boolean }>(LOCK_CHAIN);
    return row?.got === true;
  }

  async lastSeal(tx: Tx): Promise<LastSeal | undefined> {
    const [row] = await tx.query<LastSeal>(LAST_SEAL);
    return row;
  }

  async unsealed(tx: Tx, { last_xid, last_entry }: Position, limit: number): Promise<EntryText[]> {
    return tx.query<EntryText>(UNSEALED, [last_xid, last_entry, limit]);
  }

  async insertSeal(tx: Tx, id: bigint, { entryIds, leaves, hash }: Seal, lastXid: string): Promise<void> {
    const [first, last] = [entryIds[0], entryIds.at(-1)];
    await tx.run(INSERT_SEAL, [id, first, last, lastXid, entryIds.length, entryIds, leaves, hash]);
  }

  async seals(after: bigint, limit: number): Promise<StoredSeal[]> {
    const rows = await this.db.read<SealRow>(SEALS, [after, limit]);
    return rows.map(({ entry_ids, ...rest }) => ({ ...rest, entryIds: entry_ids }));
  }

  async between(from: Position, to: Position): Promise<EntryText[]> {
    return this.db.read<EntryText>(BETWEEN, [from.last_xid, from.last_entry, to.last_xid, to.last_entry]);
  }
}
