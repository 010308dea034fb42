import { Injectable } from '@nestjs/common';
import type { Database } from '../../../platform/db/database';
import { AuditRepository, type Position, type StoredSeal } from '../audit.repository';
import { findFault, GENESIS, type EntryText, type Fault } from '../domain/chain';
import { isSigned, readNote, type Checkpoint } from '../domain/checkpoint';
import { CheckpointRepository } from './checkpoint.repository';

/** Seals, and with them some 25,000 entries, that are read at once. */
const SEALS_AT_ONCE = 50;
const START: Position = { last_xid: 0n, last_entry: 0n };

/** What became of the sealed part of the log. */
export interface Verification {
  readonly seals: number;
  readonly entries: number;
  /** Checkpoints that the chain was compared with. */
  readonly checkpoints: number;
  /** `null`: everything is as it was sealed and promised. */
  readonly fault: (Fault & { readonly seal: bigint }) | null;
}

/** What to compare the chain with, besides itself and the checkpoints in the database. */
export interface Witness {
  /** Base64; absent: signatures are not looked at. */
  readonly publicKey?: string;
  /** Notes kept elsewhere. */
  readonly notes?: readonly string[];
}

interface Walk {
  seals: number;
  entries: number;
  previous: Buffer;
  from: Position;
  last: bigint;
}

/** Whether `entry` lies at or before the end of `seal` in the order (xid, id). */
function isUpTo({ xid, id }: EntryText, seal: Position): boolean {
  const at = BigInt(xid);
  return at < seal.last_xid || (at === seal.last_xid && BigInt(id) <= seal.last_entry);
}

/** Recomputes the chain from its beginning and stops at the first fault. Linear in the log: for a job, not for a page. */
@Injectable()
export class ChainVerifier {
  constructor(
    private readonly entries: AuditRepository,
    private readonly checkpoints: CheckpointRepository,
  ) {}

  async verify(witness: Witness = {}): Promise<Verification> {
    const own = (await this.checkpoints.all()).map(({ note }) => note);
    const notes = [...own, ...(witness.notes ?? [])];
    const broken = notes.find((note) => readNote(note) === null || this.isForged(note, witness));
    const promised = notes.map(readNote).filter((checkpoint) => checkpoint !== null);
    const walk: Walk = { seals: 0, entries: 0, previous: GENESIS, from: START, last: 0n };
    const done = (fault: Verification['fault']): Verification => ({
      seals: walk.seals,
      entries: walk.entries,
      checkpoints: notes.length,
      fault,
    });
    if (broken !== undefined) {
      const seal = readNote(broken)?.seal ?? 0n;
      return done({ entry: String(readNote(broken)?.lastEntry ?? ''), what: 'checkpoint_forged', seal });
    }
    const fault = await this.walk(walk, promised);
    if (fault !== null) return done(fault);
    const cut = promised.find(({ seal }) => seal > walk.last);
    return done(
      cut === undefined
        ? null
        : { entry: String(walk.from.last_entry + 1n), what: 'end_cut', seal: walk.last + 1n },
    );
  }

  private isForged(note: string, { publicKey }: Witness): boolean {
    return publicKey !== undefined && !isSigned(note, publicKey);
  }

  private async walk(walk: Walk, promised: readonly Checkpoint[]): Promise<Verification['fault']> {
    for (;;) {
      const batch = await this.entries.seals(walk.last, SEALS_AT_ONCE);
      const end = batch.at(-1);
      const rows = end === undefined ? [] : await this.entries.between(walk.from, end);
      let next = 0;
      for (const seal of batch) {
        const start = next;
        while (next < rows.length && isUpTo(rows[next] as EntryText, seal)) next += 1;
        const fault = this.step(walk, seal, rows.slice(start, next), promised);
        if (fault !== null) return { ...fault, seal: seal.id };
      }
      if (batch.length < SEALS_AT_ONCE) return null;
    }
  }

  private step(
    walk: Walk,
    seal: StoredSeal,
    rows: readonly EntryText[],
    promised: readonly Checkpoint[],
  ): Fault | null {
    const first = seal.entryIds[0] ?? '';
    if (seal.id !== walk.last + 1n) return { entry: first, what: 'seal_altered' };
    const fault = findFault(walk.previous, seal, rows);
    if (fault !== null) return fault;
    const promise = promised.find(
      (checkpoint) => checkpoint.seal === seal.id && !checkpoint.hash.equals(seal.hash),
    );
    if (promise !== undefined) return { entry: first, what: 'rewritten' };
    walk.seals += 1;
    walk.entries += seal.entryIds.length;
    walk.previous = seal.hash;
    walk.from = seal;
    walk.last = seal.id;
    return null;
  }
}

/** The verifier over one connection, without the framework: for the command line. */
export function chainVerifierOn(db: Database): ChainVerifier {
  return new ChainVerifier(new AuditRepository(db), new CheckpointRepository(db));
}
