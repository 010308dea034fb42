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

  test('line breaks and signs beyond the first plane reach Postgres as they are', () => {
    expect(rowsText([['one,\n"two" 🌊']])).toBe('{"(\\"one,\n\\\\\\"two\\\\\\" 🌊\\")"}');
  });

  test('several rows, with lists in them', () => {
    expect(rowsText([[list(['a', 'b'])], [list([])]])).toBe(String.raw`{"(\"{a,b}\")","({})"}`);
  });
});
