import { existsSync } from 'node:fs';
import { fontFile, runsOf, unicodeRanges } from './fonts';

describe('fonts of a document', () => {
  test('ranges are pairs of numbers', () => {
    expect(unicodeRanges('U+0000-00FF,U+0131')).toEqual([
      [0, 0xff],
      [0x131, 0x131],
    ]);
  });

  test('every run of “Łukasz 片山” has a file that exists, and nothing of it is lost', () => {
    const runs = runsOf('Łukasz 片山, Ελλάδα, Київ');
    expect(runs.map(({ text }) => text).join('')).toBe('Łukasz 片山, Ελλάδα, Київ');
    for (const { part } of runs) {
      expect(existsSync(fontFile(part, 400))).toBe(true);
      expect(existsSync(fontFile(part, 700))).toBe(true);
    }
  });

  test('what turns the reading direction or rings a bell is left out, what no font draws is a question mark', () => {
    expect(
      runsOf('pay\u202Eyap\u0007')
        .map(({ text }) => text)
        .join(''),
    ).toBe('pay yap ');
    expect(
      runsOf('\u{1F600}')
        .map(({ text }) => text)
        .join(''),
    ).toBe('?');
  });
});
