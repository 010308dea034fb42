import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import type { Page } from '../../kernel/page';
import { Database, type Tx } from '../../platform/db/database';
import type { AuditEntryEntity } from './audit-entry.entity';
import { AuditRepository, type AuditFilter, type Position } from './audit.repository';
import { findFault, GENESIS, sealOf, type Fault } from './domain/chain';

/** Entries of one seal at most: its hashes are one row of some 30 kB. */
const RUN = 500;
const SEALS_AT_ONCE = 50;
const START: Position = { last_xid: 0n, last_entry: 0n };

/** What became of the sealed part of the log. */
export interface Verification {
  readonly seals: number;
  readonly entries: number;
  /** `null`: everything is as it was sealed. */
  readonly fault: (Fault & { readonly seal: bigint }) | null;
}

/** The memory of who did what. Written in the transaction of the act: there is no act without its entry. */
@Injectable()
export class AuditService {
  constructor(
    private readonly db: Database,
    private readonly entries: AuditRepository,
  ) {}

  /**
   * Notes one act in the caller's transaction. `act` is `<noun>.<verb>`, `subject` the id acted upon; `details` are
   * plain values (a bigint becomes text) and must hold nothing secret.
   */
  async record(
    tx: Tx,
    actor: Actor,
    act: string,
    subject: string,
    details: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    const text = JSON.stringify(details, (_, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    );
    await this.entries.insert(tx, actor, act, subject, text);
  }

  /** Entries, newest first. */
  async list(
    filter: AuditFilter,
    { cursor, limit }: { cursor?: string; limit: number },
  ): Promise<Page<AuditEntryEntity>> {
    return this.entries.list(filter, cursor, limit);
  }

  /** Closes what has settled under new seals; returns how many entries. Another sealer at work: none. */
  async seal(): Promise<number> {
    let total = 0;
    for (let sealed = RUN; sealed === RUN; total += sealed)
      sealed = await this.db.tx((tx) => this.sealRun(tx));
    return total;
  }

  /** Recomputes the chain from its beginning and stops at the first fault. Linear in the log: for a job, not for a page. */
  async verify(): Promise<Verification> {
    let [seals, entries, from, last] = [0, 0, START, 0n];
    let previous: Buffer = GENESIS;
    for (;;) {
      const batch = await this.entries.seals(last, SEALS_AT_ONCE);
      for (const seal of batch) {
        const isNext = seal.id === last + 1n;
        const fault = isNext
          ? findFault(previous, seal, await this.entries.between(from, seal))
          : ({ entry: seal.entryIds[0] ?? '', what: 'seal_altered' } as const);
        if (fault !== null) return { seals, entries, fault: { ...fault, seal: seal.id } };
        [seals, entries, previous, from, last] = [
          seals + 1,
          entries + seal.entryIds.length,
          seal.hash,
          seal,
          seal.id,
        ];
      }
      if (batch.length < SEALS_AT_ONCE) return { seals, entries, fault: null };
    }
  }

  private async sealRun(tx: Tx): Promise<number> {
    if (!(await this.entries.lockChain(tx))) return 0;
    const last = await this.entries.lastSeal(tx);
    if (last?.is_ahead === true) {
      throw new Error(
        'the audit chain knows transactions that this Postgres has not had: the database was restored from a dump. ' +
          `Raise the server's transaction counter above ${last.last_xid} with pg_resetwal, then start again.`,
      );
    }
    const entries = await this.entries.unsealed(tx, last ?? START, RUN);
    const newest = entries.at(-1);
    if (newest === undefined) return 0;
    await this.entries.insertSeal(
      tx,
      (last?.id ?? 0n) + 1n,
      sealOf(last?.hash ?? GENESIS, entries),
      newest.xid,
    );
    return entries.length;
  }
}
