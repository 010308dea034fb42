import { slugOf } from './slug';

const id = 'wrk_01jd0000000000000abcdefgh1';

describe('address of a work', () => {
  test('is its title in plain letters and the end of its id', () => {
    expect(slugOf('Tide Study, No. 3', id)).toBe('tide-study-no-3-bcdefgh1');
    expect(slugOf('Élégie für Łódź', id)).toBe('elegie-fur-odz-bcdefgh1');
  });

  test('exists for a title without any such letter, and stays short', () => {
    expect(slugOf('潮汐', id)).toBe('work-bcdefgh1');
    expect(slugOf('a'.repeat(500), id)).toHaveLength(69);
  });
});
