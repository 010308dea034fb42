import { Settings } from '../../../platform/config/settings';
import { NONCE_LASTS, Nonces } from './nonces.service';

const made = (secret: string): Nonces => new Nonces({ secret, dataDir: '/nowhere' } as Settings);

describe('nonces of proofs', () => {
  const nonces = made('the secret of an installation, one of many');
  const at = 1_764_000_000_000;

  test('are good in their turn and in the next, and then no more', () => {
    const nonce = nonces.now(at);
    expect(nonces.isGood(nonce, at)).toBe(true);
    expect(nonces.isGood(nonce, at + NONCE_LASTS)).toBe(true);
    expect(nonces.isGood(nonce, at + 2 * NONCE_LASTS)).toBe(false);
    expect(nonces.isGood(nonce, at - NONCE_LASTS)).toBe(false);
    expect(nonces.now(at + NONCE_LASTS)).not.toBe(nonce);
  });

  test('are the same in every process of one installation, and others elsewhere', () => {
    expect(made('the secret of an installation, one of many').now(at)).toBe(nonces.now(at));
    expect(made('the secret of another installation entirely').now(at)).not.toBe(nonces.now(at));
  });

  test.each([undefined, null, '', 7, 'x'.repeat(24)])('%p is none', (nonce) => {
    expect(nonces.isGood(nonce, at)).toBe(false);
  });
});
