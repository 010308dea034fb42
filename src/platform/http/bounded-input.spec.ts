import { inputFault } from './bounded-input';

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
};

describe('what may come in', () => {
  test.each([
    [null],
    [undefined],
    ['plain'],
    [{ name: 'José 🎬', list: [1, true, { of: ['it'] }] }],
    [nested(32)],
  ])('%p passes', (value) => {
    expect(inputFault(value)).toBeNull();
  });

  test('values nested beyond any use are refused, however deep, without recursion', () => {
    expect(inputFault(nested(33))).toContain('nested');
    expect(inputFault(nested(100_000))).toContain('nested');
  });

  test.each([['a\0b'], ['\ud83c'], [{ list: ['fine', '\udfac'] }], [{ 'a\0': 1 }]])(
    'text that Postgres cannot hold is refused: %j',
    (value) => {
      expect(inputFault(value)).toContain('NUL');
    },
  );
});

test('an object of a thousand members and a request of twenty thousand values are the most', () => {
  const object = (members: number): object =>
    Object.fromEntries(Array.from({ length: members }, (_, n) => [`m${n}`, n]));
  expect(inputFault(object(1_000))).toBeNull();
  expect(inputFault(object(1_001))).toContain('1000 members');
  expect(inputFault(Array.from({ length: 19_999 }, () => 1))).toBeNull();
  expect(inputFault(Array.from({ length: 20_000 }, () => 1))).toContain('20000 values');
});
