import { createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';

/** DER certificates of a PEM file in the order they stand there. Throws when there is none. */
export function certificatesOf(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) throw new Error('the file holds no certificate (-----BEGIN CERTIFICATE-----)');
  return blocks.map((block) => new X509Certificate(block));
}

/** Whether a private key is the one that the signer's certificate speaks of. */
export function belongsTo(key: KeyObject, leaf: X509Certificate): boolean {
  const own = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return own.equals(leaf.publicKey.export({ type: 'spki', format: 'der' }));
}
