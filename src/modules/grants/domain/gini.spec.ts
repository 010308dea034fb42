import { gini } from './gini';

test('Gini is 0 when all have the same, and grows with unevenness', () => {
  expect(gini([])).toBeNull();
  expect(gini([0, 0])).toBeNull();
  expect(gini([5, 5, 5])).toBe(0);
  expect(gini([0, 0, 0, 4])).toBeCloseTo(0.75);
});
