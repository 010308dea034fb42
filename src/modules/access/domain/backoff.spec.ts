import { Backoff } from './backoff';

const make = () => new Backoff({ free: 2, first: 100, longest: 350 });

describe('a backoff', () => {
  it('doubles the wait with every wrong try, up to the longest', () => {
    const backoff = make();
    const waits: number[] = [];
    let now = 0;
    for (let tries = 0; tries < 6; tries += 1) {
      const wait = backoff.take('a', now);
      waits.push(wait);
      now += wait;
      if (wait > 0) expect(backoff.take('a', now)).toBe(0);
    }
    expect(waits).toEqual([0, 0, 100, 200, 350, 350]);
  });

  it('does not make those wait longer who knock while they wait', () => {
    const backoff = make();
    backoff.take('a', 0);
    backoff.take('a', 0);
    for (let at = 0; at < 100; at += 10) expect(backoff.take('a', at)).toBe(100 - at);
    expect(backoff.take('a', 100)).toBe(0);
  });

  it('is of one name, is cleared by a right try, and forgets', () => {
    const backoff = make();
    backoff.take('a', 0);
    backoff.take('a', 0);
    expect(backoff.take('b', 0)).toBe(0);
    backoff.clear('a');
    expect(backoff.take('a', 0)).toBe(0);
    backoff.take('a', 0);
    expect(backoff.take('a', 700)).toBe(0);
  });

  it('never remembers more than 50,000 names', () => {
    const backoff = make();
    for (let n = 0; n < 60_000; n += 1) backoff.take(`name ${n}`, 0);
    expect(backoff.size).toBe(50_000);
    backoff.take('late', 10_000);
    expect(backoff.size).toBe(1);
  });
});
