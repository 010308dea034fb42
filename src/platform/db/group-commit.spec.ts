import { setTimeout as pause } from 'node:timers/promises';
import { GroupCommit } from './group-commit';

const undone = (code: string): Error => Object.assign(new Error(`refused with ${code}`), { code });

describe('a group commit', () => {
  it('shares the next commit between those who came while one was in flight, and answers each', async () => {
    const groups: number[][] = [];
    const group = new GroupCommit<number, number>(async (numbers) => {
      groups.push([...numbers]);
      await pause(20);
      return numbers.map((number) => number * 10);
    });
    const asked = [1, 2, 3].map((number) => group.add(number));
    await pause(5);
    asked.push(...[4, 5].map((number) => group.add(number)));
    await pause(5);
    asked.push(...[6, 7, 8].map((number) => group.add(number)));
    expect(await Promise.all(asked)).toEqual([10, 20, 30, 40, 50, 60, 70, 80]);
    expect(groups).toEqual([
      [1, 2, 3],
      [4, 5],
      [6, 7, 8],
    ]);
  });

  it('has at most two commits under way, of at most 64 requests', async () => {
    let underWay = 0;
    const seen: [number, number][] = [];
    const group = new GroupCommit<number, number>(async (numbers) => {
      underWay += 1;
      seen.push([underWay, numbers.length]);
      await pause(2);
      underWay -= 1;
      return numbers;
    });
    const numbers = Array.from({ length: 500 }, (_, index) => index);
    expect(await Promise.all(numbers.map((number) => group.add(number)))).toEqual(numbers);
    expect(Math.max(...seen.map(([lanes]) => lanes))).toBe(2);
    expect(Math.max(...seen.map(([, size]) => size))).toBe(64);
  });

  it('gives an error that one request caused to that one only', async () => {
    const tried: number[] = [];
    const group = new GroupCommit<number, number>(async (numbers) => {
      await pause(1);
      tried.push(numbers.length);
      if (numbers.includes(3)) throw undone('23514');
      return numbers;
    });
    const results = await Promise.allSettled([1, 2, 3, 4].map((number) => group.add(number)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(tried).toEqual([4, 1, 1, 1, 1]);
  });

  it('tries nobody again when it is unknown what became of the commit', async () => {
    let tries = 0;
    const group = new GroupCommit<number, number>(async () => {
      tries += 1;
      await pause(1);
      throw undone('57P01');
    });
    const results = await Promise.allSettled([1, 2].map((number) => group.add(number)));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(tries).toBe(1);
  });
});
