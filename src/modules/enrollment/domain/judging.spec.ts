import fc from 'fast-check';
import { assign, conflictOf, type Candidate, type Panelist } from './assignment';
import { rank, type Reviewed } from './ranking';
import { rubricFaults, unscored, weighted, type Criterion } from './rubric';

const anchors = ['none', 'little', 'some', 'much', 'all'];
const rubric: Criterion[] = [
  { key: 'craft', title: 'Craft', weight: 60, anchors },
  { key: 'idea', title: 'Idea', weight: 40, anchors },
];

describe('a rubric', () => {
  it('says what each score means and weighs to 100', () => {
    expect(rubricFaults(rubric)).toEqual([]);
    expect(rubricFaults([])).toHaveLength(1);
    expect(rubricFaults([{ ...rubric[0]!, weight: 50 }, rubric[1]!])[0]).toContain('90');
    expect(rubricFaults([{ ...rubric[0]!, anchors: ['a'] }, rubric[1]!])[0]).toContain('Craft');
    expect(rubricFaults([rubric[0]!, { ...rubric[1]!, key: 'craft' }])[0]).toContain('same key');
  });

  it('weighs whole scores exactly and names what is missing', () => {
    expect(weighted(rubric, { craft: 5, idea: 1 })).toBe(340);
    expect(unscored(rubric, { craft: 5 })).toEqual(['idea']);
    expect(unscored(rubric, { craft: 2.5, idea: 6 })).toEqual(['craft', 'idea']);
  });
});

const reviewed = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 20 })
  .chain((ids) =>
    fc.tuple(
      fc.tuple(
        ...ids.map((applicationId) =>
          fc.record({
            applicationId: fc.constant(applicationId),
            scores: fc.array(fc.integer({ min: 100, max: 500 }), { maxLength: 4 }),
          }),
        ),
      ),
      fc.shuffledSubarray(ids, { minLength: ids.length }),
    ),
  );
const mean = ({ scores }: Reviewed): number => scores.reduce((a, b) => a + b, 0) / scores.length;

describe('the ranking', () => {
  it('does not depend on the order in which anything arrived, and goes by the mean', () => {
    fc.assert(
      fc.property(reviewed, ([all, drawn]) => {
        const once = rank(all, drawn, 2);
        expect(
          rank(
            all.toReversed().map((one) => ({ ...one, scores: one.scores.toReversed() })),
            drawn,
            2,
          ),
        ).toEqual(once);
        const ranked = once.filter(({ rank: place }) => place !== null);
        expect(ranked.map(({ rank: place }) => place)).toEqual(ranked.map((_, index) => index + 1));
        const means = ranked.map(({ applicationId }) =>
          mean(all.find((one) => one.applicationId === applicationId)!),
        );
        for (let i = 1; i < means.length; i += 1) expect(means[i]!).toBeLessThanOrEqual(means[i - 1]! + 1e-9);
        expect(once.filter(({ reviews }) => reviews < 2).every(({ rank: place }) => place === null)).toBe(
          true,
        );
      }),
    );
  });

  it('lets the draw decide between equals and says so', () => {
    const all = ['a', 'b', 'c'].map((applicationId) => ({ applicationId, scores: [300, 400] }));
    expect(rank(all, ['c', 'a', 'b'], 2).map(({ applicationId, isTie }) => [applicationId, isTie])).toEqual([
      ['c', true],
      ['a', true],
      ['b', true],
    ]);
    expect(rank([{ applicationId: 'a', scores: [100, 500] }], ['a'], 2)[0]).toMatchObject({
      spread: 400,
      mean: 300,
    });
  });
});

const person = (index: number): string => `per_${index}`;
const candidates = fc.integer({ min: 1, max: 30 }).chain((n) =>
  fc.tuple(
    ...Array.from({ length: n }, (_, index) =>
      fc.record({
        applicationId: fc.constant(`gra_${index}`),
        personId: fc.nat(40).map(person),
        team: fc.constantFrom('', 'Studio A', 'studio  a', 'Studio B'),
        collaborators: fc.array(fc.nat(40).map(person), { maxLength: 2 }),
      }),
    ),
  ),
);
const panel = fc
  .uniqueArray(fc.nat(40), { minLength: 1, maxLength: 9 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({ personId: fc.constant(person(id)), team: fc.constantFrom('', 'STUDIO A', 'Studio C') }),
      ),
    ),
  );

describe('the assignment', () => {
  it('never gives anybody their own, a co-author’s or their team’s, and never the same twice', () => {
    fc.assert(
      fc.property(candidates, panel, fc.integer({ min: 2, max: 4 }), (all, people, per) => {
        const { added, short } = assign({
          candidates: all,
          panel: people,
          standing: [],
          barred: [],
          per,
          seed: 'cal_1',
        });
        const of = (id: string): Candidate => all.find(({ applicationId }) => applicationId === id)!;
        const who = (id: string): Panelist => people.find(({ personId }) => personId === id)!;
        for (const { applicationId, reviewerId } of added)
          expect(conflictOf(who(reviewerId), of(applicationId))).toBeNull();
        expect(
          new Set(added.map(({ applicationId, reviewerId }) => `${applicationId} ${reviewerId}`)).size,
        ).toBe(added.length);
        for (const { applicationId } of all) {
          const count = added.filter((one) => one.applicationId === applicationId).length;
          expect(count === per || short.includes(applicationId)).toBe(true);
        }
      }),
    );
  });

  it('keeps an application from whoever said that they cannot judge somebody behind it, by address or by name', () => {
    const application = {
      applicationId: 'gra_1',
      personId: 'per_x',
      team: '',
      collaborators: [],
      people: [
        { name: 'Ada Blum', email: 'ada@example.org' },
        { name: 'Kai', email: null },
      ],
    };
    const kindFor = (...declared: string[]) =>
      conflictOf({ personId: 'per_1', team: '', declared }, application);
    expect(kindFor('ADA@example.org')).toBe('declared');
    expect(kindFor('someone else', ' kai ')).toBe('declared');
    expect(kindFor('ada  blum')).toBe('declared');
    expect(kindFor('Ada')).toBeNull();
    expect(kindFor()).toBeNull();
  });

  it('spreads the work: without conflicts nobody has more than one review more than another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 2, max: 9 }), (n, size) => {
        const all = Array.from({ length: n }, (_, i) => ({
          applicationId: `gra_${i}`,
          personId: `per_a${i}`,
          team: '',
          collaborators: [],
        }));
        const people = Array.from({ length: size }, (_, i) => ({ personId: person(i), team: '' }));
        const { added } = assign({
          candidates: all,
          panel: people,
          standing: [],
          barred: [],
          per: 2,
          seed: `${n}`,
        });
        const loads = people.map(
          ({ personId }) => added.filter(({ reviewerId }) => reviewerId === personId).length,
        );
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('asks somebody else in place of who has recused themselves', () => {
    const wanted = {
      candidates: [{ applicationId: 'gra_1', personId: 'per_x', team: '', collaborators: [] }],
      panel: [0, 1, 2].map((i) => ({ personId: person(i), team: '' })),
      per: 2,
      seed: 's',
    };
    const first = assign({ ...wanted, standing: [], barred: [] }).added;
    const [left, stays] = [first[0]!, first[1]!];
    const { added } = assign({ ...wanted, standing: [stays], barred: [left] });
    expect(added).toHaveLength(1);
    expect(first.map(({ reviewerId }) => reviewerId)).not.toContain(added[0]!.reviewerId);
  });
});
