import { isKnown } from './send-answer';

describe('a condition of a request', () => {
  test.each([
    ['"a"', true],
    ['W/"a"', true],
    ['"b", "a"', true],
    ['*', true],
    ['"b"', false],
    [undefined, false],
  ])('If-None-Match %p against "a": %p', (header, known) => expect(isKnown(header, '"a"')).toBe(known));
});
