import { setTimeout as pause } from 'node:timers/promises';
import { Fresh } from './fresh';

describe('what is kept fresh', () => {
  it('is read once for all who ask at the same moment, and not again for the next second', async () => {
    const reads: string[][] = [];
    const fresh = new Fresh<string>(async (keys) => {
      reads.push([...keys]);
      return new Map(keys.map((key) => [key, `value of ${key}`]));
    });
    expect(await Promise.all([fresh.get('a'), fresh.get('b'), fresh.get('a')])).toEqual([
      'value of a',
      'value of b',
      'value of a',
    ]);
    await fresh.get('b');
    expect(reads).toEqual([['a', 'b']]);
  });

  it('is never older than a second, although it is renewed while nobody waits', async () => {
    let value = 0;
    let reads = 0;
    const fresh = new Fresh<number>(async (keys) => {
      reads += 1;
      return new Map(keys.map((key) => [key, value]));
    });
    expect(await fresh.get('a')).toBe(0);
    value = 1;
    await pause(1_050);
    expect(await fresh.get('a')).toBe(1);
    expect(reads).toBeGreaterThan(1);
  });

  it('is forgotten when somebody changed it, a reading under way included', async () => {
    let value = 'old';
    const fresh = new Fresh<string>(async (keys) => {
      const read = value;
      await pause(10);
      return new Map(keys.map((key) => [key, read]));
    });
    const early = fresh.get('a');
    await pause(5);
    value = 'new';
    fresh.clear();
    expect(await fresh.get('a')).toBe('new');
    expect(await early).toBe('old');
    expect(await fresh.get('a')).toBe('new');
  });

  it('does not remember what does not exist, nor a failure', async () => {
    let rows = new Map<string, string>();
    let isBroken = true;
    const fresh = new Fresh<string>(async () => {
      if (isBroken) throw new Error('no connection');
      return rows;
    });
    await expect(fresh.get('a')).rejects.toThrow('no connection');
    isBroken = false;
    expect(await fresh.get('a')).toBeNull();
    rows = new Map([['a', 'here']]);
    expect(await fresh.get('a')).toBe('here');
  });
});
