import { verdictOn } from './verification';

const manifest = { isFound: true, isValid: true, isOurs: true };

describe('what is said of a file', () => {
  test.each([
    [{ isKnown: true, manifest: null }, 'ours'],
    [{ isKnown: false, manifest: null }, 'unknown'],
    [{ isKnown: false, manifest }, 'altered'],
    [{ isKnown: false, manifest: { ...manifest, isValid: false } }, 'altered'],
    [{ isKnown: false, manifest: { ...manifest, isOurs: false } }, 'foreign'],
    [{ isKnown: false, manifest: { isFound: false, isValid: false, isOurs: false } }, 'unknown'],
  ])('follows from hash and manifest (%#)', (found, outcome) => {
    expect(verdictOn(found).outcome).toBe(outcome);
  });

  test('never says that a file without a record is not ours', () => {
    const { says } = verdictOn({
      isKnown: false,
      manifest: { isFound: false, isValid: false, isOurs: false },
    });
    expect(says).toContain('proves nothing');
  });
});
