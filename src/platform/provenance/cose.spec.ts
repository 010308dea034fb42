import { generateKeyPairSync, verify, constants, type KeyObject } from 'node:crypto';
import { algorithmOf, keySigner, reserveFor, signClaim, type SigningAlgorithm } from './cose';

const pairs: [SigningAlgorithm, { privateKey: KeyObject; publicKey: KeyObject }][] = [
  ['es256', generateKeyPairSync('ec', { namedCurve: 'P-256' })],
  ['es384', generateKeyPairSync('ec', { namedCurve: 'P-384' })],
  ['es512', generateKeyPairSync('ec', { namedCurve: 'P-521' })],
  ['ps256', generateKeyPairSync('rsa', { modulusLength: 2048 })],
  ['ed25519', generateKeyPairSync('ed25519')],
];
const claim = Buffer.from('the claim');

describe('a signed claim', () => {
  test.each(pairs)(
    'of %s fills the room kept for it and is signed over what RFC 9052 says',
    async (name, keys) => {
      expect(algorithmOf(keys.privateKey)).toBe(name);
      const chain = [Buffer.alloc(700, 1), Buffer.alloc(650, 2)];
      let signedOver: Uint8Array = Buffer.alloc(0);
      let signature: Uint8Array = Buffer.alloc(0);
      const envelope = await signClaim(claim, name, chain, async (bytes) => {
        signedOver = bytes;
        signature = await keySigner(keys.privateKey, name)(bytes);
        return signature;
      });
      expect(envelope).toHaveLength(reserveFor(chain));
      expect(envelope[0]).toBe(0xd2);
      expect(Buffer.from(signedOver).subarray(0, 12).toString('latin1')).toBe('\x84jSignature1');
      expect(Buffer.from(signedOver).subarray(-claim.length).equals(claim)).toBe(true);
      const digest = { es256: 'sha256', es384: 'sha384', es512: 'sha512', ps256: 'sha256', ed25519: null }[
        name
      ];
      const form =
        name === 'ps256'
          ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
          : { dsaEncoding: 'ieee-p1363' as const };
      expect(verify(digest, signedOver, { key: keys.publicKey, ...form }, signature)).toBe(true);
    },
  );

  test.each([0, 1, 22, 23, 24, 230, 255, 256, 300])(
    'is padded to the byte whatever its length (%i)',
    async (more) => {
      const chain = [Buffer.alloc(1_000 + more, 3)];
      const envelope = await signClaim(claim, 'es256', chain, () =>
        Promise.resolve(Buffer.alloc(64 + more, 5)),
      );
      expect(envelope).toHaveLength(reserveFor(chain));
    },
  );

  test('is refused without a certificate, with a signature that does not fit, and with keys C2PA does not take', async () => {
    const signature = (length: number) => () => Promise.resolve(Buffer.alloc(length));
    await expect(signClaim(claim, 'es256', [], signature(64))).rejects.toThrow('no certificate');
    await expect(signClaim(claim, 'es256', [Buffer.alloc(10)], signature(9_000))).rejects.toThrow(
      'does not fit',
    );
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
    expect(() => algorithmOf(privateKey)).toThrow('secp256k1');
  });
});
