import { filesBelow, read } from './sources';

/** Where a query of the portal is defined: its key, followed within its options by what it asks. */
const DEFINITION = /queryKey: \[(?<key>[^\]]*)\],(?:(?!queryKey|\}\)).)*?queryFn:/gs;

/** The key as the cache sees it: words stand, everything else is some value. */
const shapeOf = (key: string): string =>
  key
    .split(',')
    .map((part) => part.trim())
    .map((part) => (/^'[^']*'$/.test(part) ? part : '*'))
    .join(', ');

describe('queries of the portal', () => {
  /** Two questions under one key answer each other: a page then draws what another has asked for. */
  it('are defined once for each key', () => {
    const places = new Map<string, string[]>();
    for (const file of ['api', 'app', 'features', 'ui'].flatMap((room) => [
      ...filesBelow(`web/${room}`),
      ...filesBelow(`web/${room}`, '.tsx'),
    ])) {
      for (const { groups } of read(file).matchAll(DEFINITION)) {
        const key = groups?.key ?? '';
        // A key that begins with a name of its own file is that file's.
        const shape = key.startsWith("'") ? shapeOf(key) : `${file} ${shapeOf(key)}`;
        places.set(shape, [...(places.get(shape) ?? []), file]);
      }
    }
    expect(places.size).toBeGreaterThan(50);
    expect([...places].filter(([, files]) => files.length > 1)).toEqual([]);
  });
});
