import { commitmentOf, isDrawn } from './sampling';

describe('drawing decisions for a second opinion', () => {
  const drawn = (seed: string, share: number) =>
    Array.from({ length: 10_000 }, (_, n) => isDrawn(seed, `dec_${n}`, share)).filter(Boolean).length;

  it('takes about the share, nothing of none and all of all', () => {
    expect(Math.abs(drawn('a seed', 0.1) - 1_000)).toBeLessThan(150);
    expect(drawn('a seed', 0)).toBe(0);
    expect(drawn('a seed', 1)).toBe(10_000);
  });

  it('is the same for the same seed and another for another', () => {
    const ids = Array.from({ length: 200 }, (_, n) => `dec_${n}`);
    const of = (seed: string) => ids.filter((id) => isDrawn(seed, id, 0.1)).join();
    expect(of('one')).toBe(of('one'));
    expect(of('one')).not.toBe(of('two'));
  });

  it('is committed to by the hash of its seed, as any tool computes it', () => {
    expect(commitmentOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
