import { setTimeout as pause } from 'node:timers/promises';
import { ChangeFeed } from './change-feed';
import { Fresh, REPORTED_MS } from './fresh';

interface Change {
  readonly id: string;
  readonly topic: string;
  readonly key: string;
}

/** A feed over rows in memory, and how often it looked. */
class Journal {
  changes: Change[] = [];
  looks = 0;
  isBroken = false;
  readonly feed = new ChangeFeed(async (_sql, [from]) => {
    this.looks += 1;
    if (this.isBroken) throw new Error('no connection');
    const rows = from === '1' ? this.changes : [];
    return rows.length === 0
      ? [{ upto: '1', id: null, topic: null, key: null }]
      : rows.map((change) => ({ upto: '1', ...change }));
  });

  note(key: string, topic = 'letters'): void {
    this.changes.push({ id: String(this.changes.length), topic, key });
  }
}

describe('what is kept fresh', () => {
  let journal: Journal;
  let reads: string[][];
  let value: string;
  const fresh = (lasts?: () => number): Fresh<string> =>
    new Fresh(
      journal.feed,
      'letters',
      async (keys) => {
        reads.push([...keys]);
        return new Map(keys.map((key) => [key, `${value} ${key}`]));
      },
      lasts,
    );

  beforeEach(() => {
    journal = new Journal();
    reads = [];
    value = 'old';
  });

  it('gives without waiting only what it has and knows to be current', async () => {
    const names = fresh();
    expect(names.peek('a')).toBeUndefined();
    expect(await names.get('a')).toBe(`${value} a`);
    expect(names.peek('a')).toBe(`${value} a`);
    names.clear();
    expect(names.peek('a')).toBeUndefined();
    expect(reads).toHaveLength(1);
  });

  it('is read once for all who ask at the same moment, and not again while nobody changes it', async () => {
    const letters = fresh();
    expect(await Promise.all(['a', 'b', 'a'].map((key) => letters.get(key)))).toEqual([
      'old a',
      'old b',
      'old a',
    ]);
    await pause(1_100);
    expect(await letters.get('b')).toBe('old b');
    expect(reads).toEqual([['a', 'b']]);
    expect(journal.looks).toBeGreaterThan(1);
  });

  it('is read again within a second after another process changed it, and only that', async () => {
    const letters = fresh();
    await Promise.all([letters.get('a'), letters.get('b')]);
    value = 'new';
    journal.note('a');
    journal.note('b', 'something else');
    await pause(1_050);
    expect(await letters.get('a')).toBe('new a');
    expect(await letters.get('b')).toBe('old b');
    expect(reads).toEqual([['a', 'b'], ['a']]);
    await pause(1_050);
    await letters.get('a');
    expect(reads).toHaveLength(2);
  });

  it('is not used when nobody can say whether it has changed', async () => {
    const letters = fresh();
    await letters.get('a');
    journal.isBroken = true;
    await pause(1_100);
    await expect(letters.get('a')).rejects.toThrow('no connection');
    journal.isBroken = false;
    expect(await letters.get('a')).toBe('old a');
  });

  it('is read again when its time is over', async () => {
    const letters = fresh(() => 20);
    await letters.get('a');
    await pause(30);
    value = 'new';
    expect(await letters.get('a')).toBe('new a');
  });

  it('is read again after a while whatever happened, and later where every change is reported', async () => {
    const read = async (keys: readonly string[]) => {
      reads.push([...keys]);
      return new Map(keys.map((key) => [key, value]));
    };
    const aging = new Fresh(journal.feed, 'letters', read, undefined, 20);
    const lasting = new Fresh(journal.feed, 'letters', read, undefined, REPORTED_MS);
    await Promise.all([aging.get('a'), lasting.get('b')]);
    await pause(30);
    await Promise.all([aging.get('a'), lasting.get('b')]);
    expect(reads).toEqual([['a'], ['b'], ['a']]);
  });

  it('is forgotten when somebody changed it, a reading under way included', async () => {
    let begins = (): void => undefined;
    let ends = (): void => undefined;
    const isBegun = new Promise<void>((resolve) => (begins = resolve));
    const mayEnd = new Promise<void>((resolve) => (ends = resolve));
    const slow = new Fresh<string>(journal.feed, 'letters', async (keys) => {
      const read = value;
      begins();
      if (read === 'old') await mayEnd;
      return new Map(keys.map((key) => [key, read]));
    });
    const early = slow.get('a');
    await isBegun;
    value = 'new';
    slow.clear();
    expect(await slow.get('a')).toBe('new');
    ends();
    expect(await early).toBe('old');
    expect(await slow.get('a')).toBe('new');
  });

  it('does not remember what does not exist, nor a failure', async () => {
    let rows = new Map<string, string>();
    let isBroken = true;
    const broken = new Fresh<string>(journal.feed, 'letters', async () => {
      if (isBroken) throw new Error('no connection');
      return rows;
    });
    await expect(broken.get('a')).rejects.toThrow('no connection');
    isBroken = false;
    expect(await broken.get('a')).toBeNull();
    rows = new Map([['a', 'here']]);
    expect(await broken.get('a')).toBe('here');
  });
});
