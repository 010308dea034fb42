import { unfit } from './assignment';

const work = { personId: 'artist', coAuthorIds: ['friend'], escalatedBy: 'first' };
const of = (id: string, change: { isReviewer?: boolean; isDeclared?: boolean } = {}) =>
  unfit(work, { id, isReviewer: true, isDeclared: false, ...change });

test('a reviewer is asked who has nothing to do with it', () => {
  expect(of('other')).toBeNull();
  expect(
    unfit({ ...work, escalatedBy: null }, { id: 'first', isReviewer: true, isDeclared: false }),
  ).toBeNull();
});

test('nobody is asked about their own work, with a conflict, after their own first no, or without the role', () => {
  expect(of('artist')).toBe('own_work');
  expect(of('friend')).toBe('own_work');
  expect(of('other', { isDeclared: true })).toBe('conflict');
  expect(of('first')).toBe('first_no');
  expect(of('other', { isReviewer: false })).toBe('no_reviewer');
});
