import { governing, type TermsLine } from './governing';

const NOW = new Date('2026-12-01T00:00:00Z');
const line = (version: number, effective: string, isMaterial = true): TermsLine => ({
  id: `trm_${version}`,
  version,
  hash: '',
  publishedAt: new Date('2026-01-01T00:00:00Z'),
  effectiveAt: new Date(effective),
  isMaterial,
});
const versions = [
  line(1, '2026-01-01T00:00:00Z'),
  line(2, '2026-02-01T00:00:00Z', false),
  line(3, '2026-12-15T00:00:00Z'),
  line(4, '2026-12-15T00:00:00Z', false),
];

describe('the terms that govern an artist', () => {
  test('are none before the first consent', () => {
    expect(governing(versions, 0, NOW)).toMatchObject({
      governs: null,
      asks: { version: 4 },
      isOverdue: false,
    });
  });

  test('are those accepted and the corrections since, up to the next material change', () => {
    expect(governing(versions, 1, NOW)).toMatchObject({
      governs: { version: 2 },
      asks: { version: 4 },
      isOverdue: false,
    });
  });

  test('stay the old ones after the notice: it makes the answer due, not the terms binding', () => {
    const later = new Date('2027-01-01T00:00:00Z');
    expect(governing(versions, 1, later)).toMatchObject({ governs: { version: 2 }, isOverdue: true });
  });

  test('are the new ones from the moment they are accepted', () => {
    expect(governing(versions, 4, NOW)).toMatchObject({ governs: { version: 4 }, asks: null });
    expect(governing(versions, 3, new Date('2027-01-01T00:00:00Z'))).toMatchObject({
      governs: { version: 4 },
      asks: null,
    });
  });

  test('a correction that is not in effect does not govern yet', () => {
    expect(governing([line(1, '2026-01-01'), line(2, '2027-01-01', false)], 1, NOW)).toMatchObject({
      governs: { version: 1 },
      asks: null,
    });
  });
});
