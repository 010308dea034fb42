import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as x509 from '@peculiar/x509';

type KeyPair = webcrypto.CryptoKeyPair;

const YEARS = 5;
const DAY_MS = 86_400_000;
const ORGANISATION = 'Atelier (self-made, untrusted)';
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
/** What C2PA asks of a claim signer that is on no trust list: e-mail protection stands in for document signing. */
const CLAIM_SIGNING = '1.3.6.1.5.5.7.3.4';

/** A chain and its key as PEM; `root` closes it and is what a reader would have to trust. */
export interface SelfMade {
  readonly chain: string;
  readonly key: string;
  readonly root: string;
}

const name = (what: string): string => `CN=Atelier ${what}, O="${ORGANISATION}", C=US`;

const authority = (depth?: number): x509.Extension[] => [
  new x509.BasicConstraintsExtension(true, depth, true),
  new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
];

/** Makes root, intermediate and signer, valid for five years from now. Nobody but the maker vouches for them. */
export async function makeChain(now: Date = new Date()): Promise<SelfMade> {
  x509.cryptoProvider.set(webcrypto as never);
  const from = new Date(now.getTime() - DAY_MS);
  const to = new Date(now.getTime() + YEARS * 365 * DAY_MS);
  const [rootKeys, middleKeys, leafKeys] = await Promise.all([keyPair(), keyPair(), keyPair()]);
  const valid = { notBefore: from, notAfter: to, signingAlgorithm: ALGORITHM };
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    ...valid,
    serialNumber: serial(),
    name: name('Root'),
    keys: rootKeys,
    extensions: [...authority(), await x509.SubjectKeyIdentifierExtension.create(rootKeys.publicKey)],
  });
  const issue = async (what: string, keys: KeyPair, by: KeyPair, extensions: x509.Extension[]) =>
    x509.X509CertificateGenerator.create({
      ...valid,
      serialNumber: serial(),
      subject: name(what),
      issuer: name(by === rootKeys ? 'Root' : 'Intermediate'),
      publicKey: keys.publicKey,
      signingKey: by.privateKey,
      extensions: [
        ...extensions,
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
        await x509.AuthorityKeyIdentifierExtension.create(by.publicKey),
      ],
    });
  const middle = await issue('Intermediate', middleKeys, rootKeys, authority(0));
  const leaf = await issue('Claim Signer', leafKeys, middleKeys, [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([CLAIM_SIGNING], true),
  ]);
  const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', leafKeys.privateKey));
  return {
    chain: `${leaf.toString('pem')}\n${middle.toString('pem')}\n`,
    key: `-----BEGIN PRIVATE KEY-----\n${key.toString('base64').replace(/(.{64})/g, '$1\n')}\n-----END PRIVATE KEY-----\n`,
    root: `${root.toString('pem')}\n`,
  };
}

const keyPair = async (): Promise<KeyPair> =>
  webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);

/** Positive and 16 bytes long. */
function serial(): string {
  const random = webcrypto.getRandomValues(Buffer.alloc(16));
  random[0] = ((random[0] ?? 0) & 0x7f) | 0x40;
  return random.toString('hex');
}

/** The chain of this installation: read from `folder`, or made there once, whoever of several processes comes first. */
export async function selfMadeIn(folder: string): Promise<SelfMade> {
  const file = path.join(folder, 'self-made.json');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const draft = `${file}.${process.pid}.${serial().slice(0, 8)}`;
    writeFileSync(draft, JSON.stringify(await makeChain()), { mode: 0o600, flush: true });
    try {
      chmodSync(draft, 0o600);
      linkSync(draft, file); // never overwrites
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }
  return JSON.parse(readFileSync(file, 'utf8')) as SelfMade;
}
