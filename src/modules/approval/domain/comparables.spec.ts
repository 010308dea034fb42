import { comparables, type Relative } from './comparables';

const family: Relative[] = [
  { id: 'first', parentId: null, kind: 'origin' },
  { id: 'remix', parentId: 'first', kind: 'remix' },
  { id: 'final', parentId: 'remix', kind: 'final' },
  { id: 'cousin', parentId: 'first', kind: 'remix' },
];

describe('what a clip is compared with', () => {
  test('its draft and its source come first, the nearest first', () => {
    expect(comparables('final', family, [])).toEqual([
      { clipId: 'remix', kind: 'draft', title: null },
      { clipId: 'first', kind: 'source', title: null },
    ]);
  });

  test('then what else of its family was handed in before; each clip once, under its newest title', () => {
    const earlier = [
      { clipId: 'cousin', title: 'Cousin, again' },
      { clipId: 'remix', title: 'Tide' },
      { clipId: 'cousin', title: 'Cousin' },
    ];
    expect(comparables('final', family, earlier)).toEqual([
      { clipId: 'remix', kind: 'draft', title: 'Tide' },
      { clipId: 'first', kind: 'source', title: null },
      { clipId: 'cousin', kind: 'earlier', title: 'Cousin, again' },
    ]);
  });

  test('a clip without a family has nothing beside it, and is never laid beside itself', () => {
    expect(comparables('first', family.slice(0, 1), [{ clipId: 'first', title: 'Before' }])).toEqual([]);
    expect(comparables('gone', [], [])).toEqual([]);
  });
});
