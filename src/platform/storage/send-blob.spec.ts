import { parseRange } from './send-blob';

describe('a Range header', () => {
  test.each([
    ['bytes=0-99', { start: 0, end: 99 }],
    ['bytes=100-', { start: 100, end: 999 }],
    ['bytes=-100', { start: 900, end: 999 }],
    ['bytes=0-5000', { start: 0, end: 999 }],
    [undefined, null],
    ['bytes=0-1,5-6', null],
    ['pages=1-2', null],
  ])('%p of 1000 bytes', (header, expected) => {
    expect(parseRange(header, 1000)).toEqual(expected);
  });

  test.each(['bytes=1000-', 'bytes=5-2'])('%p asks for bytes that are not there', (header) => {
    expect(() => parseRange(header, 1000)).toThrow('beyond the end');
  });
});
