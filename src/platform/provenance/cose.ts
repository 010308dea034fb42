import { constants, sign, type KeyObject } from 'node:crypto';

/**
 * COSE_Sign1 (RFC 9052) as C2PA wants it: detached payload, the chain in the protected header under 33 (RFC 9360), and
 * `pad` that fills the reserved room to the byte. Only the five kinds of CBOR item that this needs.
 */

export const SIGNING_ALGORITHMS = ['es256', 'es384', 'es512', 'ps256', 'ed25519'] as const;
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];

const COSE_NUMBER: Readonly<Record<SigningAlgorithm, number>> = {
  es256: -7,
  es384: -35,
  es512: -36,
  ps256: -37,
  ed25519: -8,
};

const ALGORITHM_OF = 1;
const CHAIN = 33;
const SIGN1_TAG = 0xd2;
const NULL = Buffer.from([0xf6]);
/** Room for everything but the certificates. */
const OVERHEAD = 2_048;

/** A head of major type `major`: 0 and 1 integers, 2 bytes, 3 text, 4 array, 5 map. */
function head(major: number, value: number): Buffer {
  const type = major << 5;
  if (value < 24) return Buffer.from([type | value]);
  if (value < 0x100) return Buffer.from([type | 24, value]);
  const long = value < 0x10000 ? Buffer.alloc(3) : Buffer.alloc(5);
  long[0] = type | (value < 0x10000 ? 25 : 26);
  long.writeUIntBE(value, 1, long.length - 1);
  return long;
}

const integer = (value: number): Buffer => (value >= 0 ? head(0, value) : head(1, -1 - value));
const bytes = (value: Uint8Array): Buffer => Buffer.concat([head(2, value.length), value]);
const text = (value: string): Buffer =>
  Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
const array = (items: readonly Buffer[]): Buffer => Buffer.concat([head(4, items.length), ...items]);
const map = (pairs: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([head(5, pairs.length), ...pairs.flat()]);

/** DER certificates, the signer's own first; the root may be left out. */
export type Chain = readonly Uint8Array[];

/** Makes the raw signature (r‖s for elliptic curves) over the bytes it is given. */
export type RawSigner = (toBeSigned: Uint8Array) => Promise<Uint8Array>;

export function reserveFor(chain: Chain): number {
  return OVERHEAD + chain.reduce((sum, certificate) => sum + certificate.length, 0);
}

/** The signed envelope around `claim`, exactly `reserveFor(chain)` bytes long. */
export async function signClaim(
  claim: Uint8Array,
  algorithm: SigningAlgorithm,
  chain: Chain,
  signer: RawSigner,
): Promise<Uint8Array<ArrayBuffer>> {
  const [first] = chain;
  if (first === undefined) throw new Error('there is no certificate to sign with');
  const certificates = chain.length === 1 ? bytes(first) : array(chain.map(bytes));
  const head = map([
    [integer(ALGORITHM_OF), integer(COSE_NUMBER[algorithm])],
    [integer(CHAIN), certificates],
  ]);
  const toBeSigned = array([text('Signature1'), bytes(head), bytes(Buffer.alloc(0)), bytes(claim)]);
  const signature = await signer(toBeSigned);
  return padded(reserveFor(chain), (pad) =>
    Buffer.concat([
      Buffer.from([SIGN1_TAG]),
      array([bytes(head), map([[text('pad'), bytes(Buffer.alloc(pad))]]), NULL, bytes(signature)]),
    ]),
  );
}

/** The length of the padding is itself encoded, so finding the right one may take a second look. */
function padded(length: number, build: (pad: number) => Buffer): Uint8Array<ArrayBuffer> {
  let pad = Math.max(0, length - build(0).length);
  for (let turn = 0; turn < 8; turn++) {
    const built = build(pad);
    if (built.length === length) return new Uint8Array(built);
    pad = Math.max(0, pad + length - built.length);
  }
  throw new Error('the signature does not fit into the room kept for it');
}

/** What this key signs with; throws for keys that C2PA does not take. */
export function algorithmOf(key: KeyObject): SigningAlgorithm {
  const type = key.asymmetricKeyType;
  if (type === 'ed25519') return 'ed25519';
  if (type === 'rsa' || type === 'rsa-pss') return 'ps256';
  const curve = key.asymmetricKeyDetails?.namedCurve;
  if (curve === 'prime256v1') return 'es256';
  if (curve === 'secp384r1') return 'es384';
  if (curve === 'secp521r1') return 'es512';
  throw new Error(`C2PA does not take keys of the kind ${curve ?? type ?? 'unknown'}`);
}

/** Signs with a private key that this process holds. */
export function keySigner(key: KeyObject, algorithm: SigningAlgorithm): RawSigner {
  const digest = { es256: 'sha256', es384: 'sha384', es512: 'sha512', ps256: 'sha256', ed25519: null };
  const form =
    algorithm === 'ps256'
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
      : { dsaEncoding: 'ieee-p1363' as const };
  return async (toBeSigned) => sign(digest[algorithm], toBeSigned, { key, ...form });
}
