import { createHash } from 'node:crypto';

/** An entry exactly as it is stored: every member as Postgres writes it, so that no digit is lost on the way. */
export interface EntryText {
  readonly id: string;
  readonly xid: string;
  readonly at: string;
  readonly actor: string;
  readonly via: string;
  readonly key_id: string | null;
  readonly act: string;
  readonly subject: string;
  readonly details: string;
}

/** What a seal says of its entries, in the order in which they were sealed. */
export interface Seal {
  readonly entryIds: readonly string[];
  readonly leaves: readonly Buffer[];
  readonly hash: Buffer;
}

/** The last three need a checkpoint to be seen: a chain alone does not show that it was written anew, or cut. */
export const FAULTS = [
  'altered', 'deleted', 'inserted', 'seal_altered', 'rewritten', 'end_cut', 'checkpoint_forged',
] as const; // prettier-ignore

/** Where the log no longer is what was sealed. `entry` is the first one concerned. */
export interface Fault {
  readonly entry: string;
  readonly what: (typeof FAULTS)[number];
}

/** What the first seal stands on. */
export const GENESIS = Buffer.alloc(32);

/** SHA-256 of one entry. The members are a JSON list: no two entries have the same text. */
export function leafOf(entry: EntryText): Buffer {
  const { id, xid, at, actor, via, key_id, act, subject, details } = entry;
  return createHash('sha256')
    .update(JSON.stringify([id, xid, at, actor, via, key_id, act, subject, details]))
    .digest();
}

/** SHA-256 over the previous hash and the leaves of a run of entries. */
export function sealHash(previous: Buffer, leaves: readonly Buffer[]): Buffer {
  const hash = createHash('sha256').update(previous);
  for (const leaf of leaves) hash.update(leaf);
  return hash.digest();
}

/** A seal over `entries`, which are in the order (xid, id). */
export function sealOf(previous: Buffer, entries: readonly EntryText[]): Seal {
  const leaves = entries.map(leafOf);
  return { entryIds: entries.map(({ id }) => id), leaves, hash: sealHash(previous, leaves) };
}

/**
 * Compares what lies in a seal's range today with what was sealed. The seal is judged first: its leaves are worth
 * nothing when its hash does not follow from the one before.
 */
export function findFault(previous: Buffer, seal: Seal, entries: readonly EntryText[]): Fault | null {
  const isWhole =
    sealHash(previous, seal.leaves).equals(seal.hash) && seal.leaves.length === seal.entryIds.length;
  if (!isWhole) return { entry: seal.entryIds[0] ?? '', what: 'seal_altered' };
  const sealed = new Set(seal.entryIds);
  const found = new Map(entries.map((entry) => [entry.id, entry]));
  for (const [position, id] of seal.entryIds.entries()) {
    const entry = found.get(id);
    if (entry === undefined) return { entry: id, what: 'deleted' };
    if (!leafOf(entry).equals(seal.leaves[position] as Buffer)) return { entry: id, what: 'altered' };
  }
  const extra = entries.find(({ id }) => !sealed.has(id));
  return extra === undefined ? null : { entry: extra.id, what: 'inserted' };
}
