import { shownCohorts } from './cohorts';

const group = (cohortId: string | null, decided: number, people: number) => ({ cohortId, decided, people });

describe('cohorts that may be told beside their total', () => {
  test('all of them, when none is small', () => {
    expect([...shownCohorts([group('a', 9, 5), group('b', 20, 9)])].toSorted()).toEqual(['a', 'b']);
  });

  test('a small one takes the smallest other one with it, or the rest of the total would be told', () => {
    expect([...shownCohorts([group('a', 9, 5), group('b', 20, 9), group('c', 4, 4)])]).toEqual(['b']);
    expect([...shownCohorts([group('a', 9, 5), group('c', 4, 4)])]).toEqual([]);
  });

  test('small ones that are many people together hide each other', () => {
    const all = [group('a', 9, 5), group('c', 4, 4), group('d', 3, 3)];
    expect([...shownCohorts(all)]).toEqual(['a']);
  });

  test('what belongs to no cohort is in the total and told nowhere: it hides like a small one', () => {
    expect([...shownCohorts([group('a', 9, 5), group('b', 20, 9), group(null, 2, 2)])]).toEqual(['b']);
    expect([...shownCohorts([group('a', 9, 5), group(null, 30, 12)])]).toEqual(['a']);
  });
});
