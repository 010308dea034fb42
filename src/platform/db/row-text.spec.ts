import { list, rowsText } from './row-text';

describe('rows as text', () => {
  test('nothing, numbers and truths are written as they are', () => {
    expect(rowsText([[null, 1, 2.5, true, null]])).toBe('{"(,1,2.5,true,)"}');
  });

  test('whatever would end a text early is escaped in the row, and again in the array', () => {
    expect(rowsText([['a "b" \\ c', '']])).toBe(String.raw`{"(\"a \\\"b\\\" \\\\ c\",\"\")"}`);
  });

  test('a plain text stands as it is, spaces and all', () => {
    expect(rowsText([[' a quiet harbour ']])).toBe('{"( a quiet harbour )"}');
    expect(rowsText([['at dawn, slow']])).toBe(String.raw`{"(\"at dawn, slow\")"}`);
  });

  test.each(['one,\n"two"', 'a wave, 🌊 "'])('%j reaches Postgres with its signs as they are', (text) => {
    const inRow = text.replaceAll('"', String.raw`\\\"`);
    expect(rowsText([[text]])).toBe(String.raw`{"(\"`.concat(inRow, String.raw`\")"}`));
  });

  test('several rows, with lists in them', () => {
    expect(rowsText([[list(['a', 'b'])], [list([])]])).toBe(String.raw`{"(\"{a,b}\")","({})"}`);
  });
});
