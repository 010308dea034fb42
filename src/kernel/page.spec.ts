import { decodeCursor, decodeNumberCursor, encodeCursor, toPage } from './page';
import { newId, isId } from './id';

describe('pages and ids', () => {
  test('a cursor reads back as it was written', () => {
    expect(decodeCursor(encodeCursor(['2026-01-01T00:00:00.000Z', 7]), 2)).toEqual([
      '2026-01-01T00:00:00.000Z',
      7,
    ]);
  });

  test.each([
    '',
    'x',
    encodeCursor(['a']),
    Buffer.from('{"a":1}').toString('base64url'),
    Buffer.from('[null,1]').toString('base64url'),
    encodeCursor(['a\0', 1]),
  ])('a cursor that this list did not write is refused: %p', (cursor) => {
    expect(() => decodeCursor(cursor, 2)).toThrow('not one of this list');
  });

  test('a cursor of a list by number is a number that the database can hold', () => {
    expect(decodeNumberCursor(encodeCursor(['42']))).toBe(42n);
    for (const part of ['x', '-1', '9'.repeat(22), '', 1e21])
      expect(() => decodeNumberCursor(encodeCursor([part]))).toThrow('not one of this list');
  });

  test('a page ends when there is no row beyond it', () => {
    const rows = [1, 2, 3];
    expect(toPage(rows, 2, (row) => [row], String)).toEqual({ items: ['1', '2'], next: encodeCursor([2]) });
    expect(toPage(rows, 3, (row) => [row], String).next).toBeNull();
  });

  test('ids of one process sort in the order they were made and are told apart by their prefix', () => {
    const ids = Array.from({ length: 2_000 }, () => newId('gen'));
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(isId('gen', ids[0] ?? '')).toBe(true);
    expect(isId('sub', ids[0] ?? '')).toBe(false);
    expect(isId('gen', 'gen_../../etc/passwd')).toBe(false);
  });
});
