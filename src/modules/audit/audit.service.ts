import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { Database, type Tx } from '../../platform/db/database';
import { AuditRepository, type Position } from './audit.repository';
import { GENESIS, sealOf } from './domain/chain';

/** Entries of one seal at most: its hashes are one row of some 30 kB. */
const RUN = 500;
const START: Position = { last_xid: 0n, last_entry: 0n };

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

  /** Closes what has settled under new seals; returns how many entries. Another sealer at work: none. */
  async seal(): Promise<number> {
    let total = 0;
    for (let sealed = RUN; sealed === RUN; total += sealed)
      sealed = await this.db.tx((tx) => this.sealRun(tx));
    return total;
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
