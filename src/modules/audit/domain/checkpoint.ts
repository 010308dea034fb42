import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** How far the chain had come: the hash of seal `seal` stands over `entries` entries, the last of them `lastEntry`. */
export interface Checkpoint {
  readonly seal: bigint;
  readonly hash: Buffer;
  readonly entries: bigint;
  readonly lastEntry: bigint;
}

const ORIGIN = 'atelier.audit';
/** RFC 8410: what stands before 32 bytes of an Ed25519 seed in PKCS #8, and before 32 bytes of a public key in SPKI. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** The installation's signing key, from 32 derived bytes. */
export function signingKey(seed: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
}

/** The 32 bytes of the public key, in base64: what is published. */
export function publicKeyOf(key: KeyObject): string {
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return spki.subarray(SPKI.length).toString('base64');
}

function bodyOf({ seal, hash, entries, lastEntry }: Checkpoint): string {
  return `${ORIGIN}\n${seal}\n${hash.toString('base64')}\nentries ${entries}\nlast-entry ${lastEntry}\n`;
}

/** C2SP signed notes name a key by its first four bytes of SHA-256(name, newline, 0x01, key). */
function keyHash(publicKey: Buffer): Buffer {
  return createHash('sha256').update(`${ORIGIN}\n\u0001`).update(publicKey).digest().subarray(0, 4);
}

/** A signed note (C2SP signed-note): five lines, an empty one, and the signature's line. */
export function signedNote(checkpoint: Checkpoint, key: KeyObject): string {
  const body = bodyOf(checkpoint);
  const id = keyHash(Buffer.from(publicKeyOf(key), 'base64'));
  const signature = Buffer.concat([id, sign(null, Buffer.from(body), key)]).toString('base64');
  return `${body}\n— ${ORIGIN} ${signature}\n`;
}

const SHAPE =
  /^(atelier\.audit\n(\d{1,18})\n([A-Za-z0-9+/]{43}=)\nentries (\d{1,18})\nlast-entry (\d{1,18})\n)\n— atelier\.audit ([A-Za-z0-9+/=]+)\n$/;

/** What a note says, without looking at its signature; `null` when it is none. */
export function readNote(note: string): Checkpoint | null {
  const match = SHAPE.exec(note);
  if (match === null) return null;
  const [seal, hash, entries, lastEntry] = [match[2], match[3], match[4], match[5]] as [
    string,
    string,
    string,
    string,
  ];
  return {
    seal: BigInt(seal),
    hash: Buffer.from(hash, 'base64'),
    entries: BigInt(entries),
    lastEntry: BigInt(lastEntry),
  };
}

/** Whether the note was signed under this public key (32 bytes in base64). */
export function isSigned(note: string, publicKey: string): boolean {
  const match = SHAPE.exec(note);
  const raw = Buffer.from(publicKey, 'base64');
  if (match === null || raw.length !== 32) return false;
  const [body, signature] = [match[1] ?? '', Buffer.from(match[6] ?? '', 'base64')];
  if (!signature.subarray(0, 4).equals(keyHash(raw))) return false;
  const key = createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(body), key, signature.subarray(4));
}
