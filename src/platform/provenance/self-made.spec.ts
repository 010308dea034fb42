import { createPrivateKey, X509Certificate } from 'node:crypto';
import { belongsTo, certificatesOf } from './certificates';
import { makeChain } from './self-made';

describe('a self-made chain', () => {
  it('leads from the signer to the root, says what the key is for and that nobody vouches for it', async () => {
    const { chain, key, root } = await makeChain();
    const [leaf, middle] = certificatesOf(chain) as [X509Certificate, X509Certificate];
    const top = new X509Certificate(root);
    expect(leaf.verify(middle.publicKey)).toBe(true);
    expect(middle.verify(top.publicKey)).toBe(true);
    expect([leaf.ca, middle.ca, top.ca]).toEqual([false, true, true]);
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.4']);
    expect(leaf.subject).toContain('untrusted');
    expect(belongsTo(createPrivateKey(key), leaf)).toBe(true);
    const other = await makeChain();
    expect(belongsTo(createPrivateKey(other.key), leaf)).toBe(false);
  });
});
