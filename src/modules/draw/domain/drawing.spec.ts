import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { asList, drawOrder, listDigest, publicFile, resultFile, seedHash, ticket } from './drawing';

const SEED = 'ab'.repeat(32);
const entry = fc.stringMatching(/^[a-z0-9_]{1,12}$/);

test('the hash of a seed is what sha256sum says of its digits', () => {
  expect(seedHash(SEED)).toBe(createHash('sha256').update(SEED).digest('hex'));
});

test('a list is published sorted and without repeats, whatever order it came in', () => {
  expect(asList(['b', 'a', 'b', 'Z'])).toEqual(['Z', 'a', 'b']);
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      expect(asList(entries.toReversed())).toEqual(asList(entries));
    }),
  );
});

test('an order holds everybody once and goes by the tickets', () => {
  fc.assert(
    fc.property(fc.uniqueArray(entry, { minLength: 1 }), (entries) => {
      const list = asList(entries);
      const order = drawOrder(SEED, list);
      const tickets = order.map((name) => ticket(SEED, listDigest(list), name));
      expect(order.toSorted()).toEqual(list.toSorted());
      expect(tickets).toEqual(tickets.toSorted());
    }),
  );
});

test('one more entry gives everybody another ticket', () => {
  const short = asList(['a', 'b', 'c']);
  const long = asList([...short, 'd']);
  for (const name of short)
    expect(ticket(SEED, listDigest(short), name)).not.toBe(ticket(SEED, listDigest(long), name));
});

test('over many seeds everybody wins about equally often', () => {
  const list = asList(['a', 'b', 'c', 'd', 'e']);
  const wins = new Map(list.map((name) => [name, 0]));
  for (let i = 0; i < 5_000; i += 1) {
    const [first = ''] = drawOrder(seedHash(`${i}`), list);
    wins.set(first, (wins.get(first) ?? 0) + 1);
  }
  // Five standard deviations of a fair draw.
  for (const count of wins.values()) expect(Math.abs(count - 1_000)).toBeLessThan(142);
});

test('the file of a draw shows only what is public so far', () => {
  const committed = {
    id: 'drw_1',
    title: 'Fifty\nplaces',
    places: 2,
    seedHash: 'h',
    committedAt: 't1',
    list: null,
    seed: null,
  };
  expect(publicFile(committed)).toBe(
    'atelier-draw/1\nid drw_1\ntitle Fifty places\nplaces 2\nseed-hash h\ncommitted-at t1\n\n',
  );
  const done = {
    ...committed,
    list: { digest: 'd', frozenAt: 't2', entries: ['a', 'b'] },
    seed: { value: 's', revealedAt: 't3' },
  };
  expect(publicFile(done)).toContain(
    'list-digest d\nfrozen-at t2\nentries 2\nseed s\nrevealed-at t3\n\na\nb\n',
  );
  expect(resultFile(['b', 'a'])).toBe('1 b\n2 a\n');
});
