import fc from 'fast-check';
import { byTurn, gini, listOf, quarterOf, type Candidate } from './showcase';

const candidate = (workId: string, change: Partial<Candidate> = {}): Candidate => ({
  workId,
  personId: `per_${workId}`,
  artistShown: 0,
  lastShownAt: null,
  workShown: 0,
  inQuarter: 0,
  consentedAt: new Date('2026-01-01'),
  ...change,
});

describe('whose turn it is', () => {
  it('puts whoever was shown least first, then whoever waits longest, then the first consent', () => {
    const list = [
      candidate('twice', { artistShown: 2 }),
      candidate('once lately', { artistShown: 1, lastShownAt: new Date('2026-06-01') }),
      candidate('once long ago', { artistShown: 1, lastShownAt: new Date('2026-02-01') }),
      candidate('never, late consent', { consentedAt: new Date('2026-05-01') }),
      candidate('never'),
    ];
    expect(list.toSorted(byTurn).map(({ workId }) => workId)).toEqual([
      'never', 'never, late consent', 'once long ago', 'once lately', 'twice',
    ]); // prettier-ignore
  });

  it('gives an artist of many works one ticket, for the work that was shown least', () => {
    const mine = ['a', 'b', 'c'].map((id, index) => candidate(id, { personId: 'me', workShown: 2 - index }));
    expect(listOf([...mine, candidate('other')], 2).map(({ workId }) => workId)).toEqual(['c', 'other']);
  });

  it('leaves out whoever has had the slots of the quarter', () => {
    expect(listOf([candidate('a', { inQuarter: 2 }), candidate('b', { inQuarter: 1 })], 2)).toMatchObject([
      { workId: 'b' },
    ]);
  });

  it('shows everybody equally often, give or take one, over any number of rounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 }), (artists, slots) => {
        const shown = new Map<number, number>(Array.from({ length: artists }, (_, id) => [id, 0]));
        for (let round = 0; round < 20; round += 1) {
          const all = [...shown].map(([id, artistShown]) => candidate(`${id}`, { artistShown }));
          for (const { workId } of listOf(all, 1000).slice(0, slots))
            shown.set(Number(workId), (shown.get(Number(workId)) ?? 0) + 1);
        }
        const counts = [...shown.values()];
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

it('counts quarters in UTC', () => {
  expect(quarterOf(new Date('2026-12-31T23:59:59Z'))).toBe('2026-Q4');
  expect(quarterOf(new Date('2027-01-01T00:00:00Z'))).toBe('2027-Q1');
});

it('says how evenly slots are spread: 0 where all had the same, near 1 where one had all, nothing where nothing was shown', () => {
  expect(gini([2, 2, 2])).toBeCloseTo(0);
  expect(gini([0, 0, 0, 4])).toBeCloseTo(0.75);
  expect(gini([1, 2, 3])).toBeCloseTo(2 / 9);
  expect(gini([0, 0])).toBeNull();
  expect(gini([])).toBeNull();
});
