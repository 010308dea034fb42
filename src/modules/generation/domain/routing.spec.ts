import fc from 'fast-check';
import { burdenOf, chooseRoute, type Candidate } from './routing';

const WELL: Candidate = {
  key: 'a',
  pool: 'a',
  faults: [],
  ailment: null,
  state: 'closed',
  isDraining: false,
  isPinned: false,
  weight: 1,
  credits: 10n,
  renderSeconds: 30,
  waitSeconds: 0,
  unhonoured: [],
};
const LACK = { field: 'seed', says: 'no seed' } as const;
const candidate = (key: string, more: Partial<Candidate> = {}): Candidate => ({ ...WELL, key, ...more });
const verdicts = (candidates: Candidate[]): Record<string, string> =>
  Object.fromEntries(chooseRoute(candidates).lines.map(({ provider, verdict }) => [provider, verdict]));

describe('who makes a clip', () => {
  test('the cheapest and soonest, the first among equals', () => {
    expect(chooseRoute([candidate('a'), candidate('b')]).provider).toBe('a');
    expect(chooseRoute([candidate('a', { credits: 20n }), candidate('b')]).provider).toBe('b');
    expect(
      chooseRoute([candidate('a', { waitSeconds: 600 }), candidate('b', { credits: 20n })]).provider,
    ).toBe('b');
  });

  test('a weight makes dearer ones worth it, a pin leaves no choice', () => {
    expect(chooseRoute([candidate('a'), candidate('b', { credits: 20n, weight: 3 })]).provider).toBe('b');
    expect(verdicts([candidate('a'), candidate('b', { credits: 99n, isPinned: true })])).toEqual({
      a: 'not_pinned',
      b: 'chosen',
    });
  });

  test('one that grants every wish comes before a cheaper one that does not', () => {
    expect(verdicts([candidate('a', { unhonoured: [LACK] }), candidate('b', { credits: 50n })])).toEqual({
      a: 'grants_less',
      b: 'chosen',
    });
  });

  test('who cannot, says why', () => {
    const faults = [{ field: 'seconds', faults: ['must be 2 to 10'] }];
    const { provider, lines } = chooseRoute([
      candidate('short', { faults }),
      candidate('ill', { ailment: 'no answer' }),
      candidate('poor', { state: 'paused' }),
      candidate('leaving', { isDraining: true }),
    ]);
    expect(provider).toBeNull();
    expect(lines.map(({ verdict }) => verdict)).toEqual(['beyond_limits', 'unwell', 'paused', 'draining']);
    expect(lines[0]?.says).toBe('seconds: must be 2 to 10');
  });

  test('one that rests is left alone while another can, and waited for when none can', () => {
    const tired = candidate('tired', { state: 'open', credits: 1n });
    expect(verdicts([tired, candidate('a')])).toEqual({ tired: 'resting', a: 'chosen' });
    expect(chooseRoute([tired, candidate('poor', { state: 'paused' })]).provider).toBe('tired');
  });

  test('a final goes to who made its draft, if it can', () => {
    const both = [candidate('a'), candidate('b', { credits: 90n })];
    expect(chooseRoute(both, 'b').provider).toBe('b');
    expect(chooseRoute([candidate('a'), candidate('b', { state: 'paused' })], 'b').provider).toBe('a');
  });

  test('property: never one that cannot, never one that is worse than another allowed one, and the same every time', () => {
    const some = fc.record({
      faults: fc.constantFrom([], [{ field: 'fps', faults: ['no'] }]),
      ailment: fc.constantFrom(null, null, 'ill'),
      state: fc.constantFrom(
        'closed' as const,
        'closed' as const,
        'open' as const,
        'probing' as const,
        'paused' as const,
      ),
      isDraining: fc.boolean(),
      isPinned: fc.boolean(),
      weight: fc.double({ min: 0.1, max: 10, noNaN: true }),
      credits: fc.bigInt(1n, 1_000n),
      waitSeconds: fc.nat(5_000),
      unhonoured: fc.constantFrom([], [LACK]),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 6 }), (list) => {
        const candidates = list.map((one, index) => candidate(`p${index}`, one));
        const route = chooseRoute(candidates);
        expect(chooseRoute(candidates)).toEqual(route);
        expect(route.lines).toHaveLength(candidates.length);
        const able = candidates.filter(
          (one) =>
            one.faults.length === 0 && one.ailment === null && !one.isDraining && one.state !== 'paused',
        );
        const awake = able.filter(({ state }) => state !== 'open');
        if (awake.length > 0) able.splice(0, able.length, ...awake);
        const chosen = candidates.find(({ key }) => key === route.provider);
        expect(chosen === undefined).toBe(able.length === 0);
        if (chosen === undefined) return;
        expect(able).toContain(chosen);
        if (able.some((one) => one.isPinned)) expect(chosen.isPinned).toBe(true);
        const peers = able.filter(
          (one) => one.isPinned === chosen.isPinned && one.unhonoured.length <= chosen.unhonoured.length,
        );
        for (const one of peers) expect(burdenOf(chosen)).toBeLessThanOrEqual(burdenOf(one));
      }),
    );
  });
});
