import { TAG, tagOf, tagsOf } from './tags';

describe('tags', () => {
  test.each([
    ['Long take!', 'long-take'],
    ['  35 mm ', '35-mm'],
    ['海 と 山', '海-と-山'],
    ['--', null],
    ['', null],
  ])('%p is the tag %p', (text, tag) => expect(tagOf(text)).toBe(tag));

  test('a tag has no mark-up, no address and no space in it', () => {
    for (const text of ['<b>', 'a b', 'https://x.y', '-a', 'a--b', 'a'.repeat(31)])
      expect(text).not.toMatch(TAG);
  });

  test('each counts once, and there are at most eight', () => {
    expect(tagsOf(['Sea', 'sea', 'SEA!'])).toEqual(['sea']);
    expect(tagsOf([...'abcdefghij'])).toHaveLength(8);
  });
});
