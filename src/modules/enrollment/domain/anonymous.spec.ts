import { anonymised, identifying } from './anonymous';

describe('an anonymous text', () => {
  test.each([
    ['Ada Lovelace asks whether she may.', ['Ada Lovelace'], ['Ada Lovelace', 'Ada', 'Lovelace']],
    ['I am Ada, hello.', ['Ada Lovelace'], ['Ada']],
    ['Write to ada@example.org or @ada_films.', [], ['ada@example.org', '@ada_films']],
    ['See https://example.org/ada today', [], ['https://example.org/ada']],
    ['Call +48 600 700 800 now', [], ['+48 600 700 800']],
    ['山田 asks', ['山田 太郎'], ['山田']],
  ])('gives away in “%s”: %j', (text, names, found) => {
    expect(identifying(text, names)).toEqual(expect.arrayContaining(found.slice(0, 1)));
    for (const part of found) expect(anonymised(text, names)).not.toContain(part);
  });

  test.each([
    ['May a clip be adapted?', ['Ada Lovelace']],
    ['The 10 seconds before 2027-01-01.', ['Jo Li']],
    ['May I show the clip in Paris?', ['Jo Li', 'May of the Films']],
  ])('leaves “%s” as it is', (text, names) => {
    expect(identifying(text, names)).toEqual([]);
    expect(anonymised(text, names)).toBe(text);
  });

  test('a name with signs of a pattern is taken as it is', () => {
    expect(anonymised('(Ann.*) asks', ['(Ann.*)'])).toBe('[…] asks');
  });
});
