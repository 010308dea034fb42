import * as fc from 'fast-check';
import { money } from '../../kernel/money';
import { csvFile, csvLine, type CsvRow } from './csv';

/** An independent RFC 4180 reader of one record. */
function parse(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const char = line.charAt(at);
    if (isQuoted && char === '"' && line.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (char === '"') isQuoted = !isQuoted;
    else if (!isQuoted && char === ',') {
      cells.push(cell);
      cell = '';
    } else if (!isQuoted && line.startsWith('\r\n', at)) break;
    else cell += char;
  }
  return [...cells, cell];
}

async function* of(...rows: CsvRow[]): AsyncGenerator<CsvRow> {
  yield* rows;
}

describe('csv', () => {
  it('disarms text that a spreadsheet would run', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(1)', '\tx', '\rx', '\nx', '\0x', '＝1+1'])
      expect(parse(csvLine([text]))[0]).toBe(`'${text}`);
  });

  it('leaves numbers, money and times of our own as they are, below zero too', () => {
    const row = csvLine([-5n, -3, money(-1234n, 'EUR'), money(7n, 'JPY'), true, null, new Date(0)]);
    expect(row).toBe('-5,-3,-12.34,7,true,,1970-01-01T00:00:00.000Z\r\n');
  });

  it('quotes commas, quotes and line ends', () => {
    expect(csvLine(['a,b', 'say "hi"', 'two\r\nlines', 'plain'])).toBe(
      '"a,b","say ""hi""","two\r\nlines",plain\r\n',
    );
  });

  it('gives back every text, with at most an apostrophe before it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (texts) => {
        const cells = parse(csvLine(texts));
        expect(cells).toHaveLength(texts.length);
        for (const [index, cell] of cells.entries()) {
          expect([texts[index], `'${texts[index]}`]).toContain(cell);
          expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        }
      }),
    );
  });

  it('writes the header before the rows and reads them only as the client takes them', async () => {
    const file = csvFile('a b.csv', ['id', 'name'], of(['1', 'Ada'], ['2', '=x']));
    const chunks: string[] = [];
    for await (const chunk of file.getStream()) chunks.push(String(chunk));
    expect(chunks).toEqual(['id,name\r\n', '1,Ada\r\n', "2,'=x\r\n"]);
    expect(file.getHeaders().disposition).toBe('attachment; filename="a_b.csv"');
  });
});
