import * as fc from 'fast-check';
import { catchUp, complete, release, type Flow, type ProgramCap, type Release } from './fair-order';
import { play, type Example, type PoolState, type WaitingClip } from './play';
import { aheadOf, forecast, forecastRunning, type Forecast } from './wait';

const certain = (median: number) => ({ median, spread: 0 });

function poolOf(
  work: Record<string, number[]>,
  more: Partial<PoolState> & { limit?: number } = {},
): PoolState {
  const { limit = Infinity, ...rest } = more;
  let seq = 0;
  const waiting = Object.entries(work).flatMap(([flowId, costs]) =>
    costs.map((cost, index): WaitingClip => ({
      id: `${flowId}${index + 1}`, flowId, seq: (seq += 1), cost, expected: certain(cost), arrival: 0, paidTag: null,
      isThrottled: index >= limit, isReleased: false,
    })),
  ); // prettier-ignore
  const flows = Object.keys(work).map((id) => ({ id, weight: 1, limit, lastFinish: 0 }));
  return { virtualTime: 0, slots: 1, flows, waiting, running: [], ...rest };
}

const of = (pool: PoolState, id: string, examples: readonly Example[] = []): Forecast | undefined =>
  forecast(pool, examples, id).get(id);

interface Start {
  readonly id: string;
  readonly at: number;
}

/** How the dispatcher itself would go on with `pool`, one release after another, each clip lasting what it costs. */
function dispatched(pool: PoolState): Start[] {
  const programs = new Map<string, ProgramCap>(
    [...(pool.programs ?? [])].map(([id, cap]) => [id, { ...cap }]),
  );
  const flows = pool.flows.map(({ id, weight, limit, lastFinish, programId }): Flow => {
    const program = programs.get(programId ?? '');
    const waiting = pool.waiting.filter(({ flowId }) => flowId === id);
    return { id, weight, limit, lastFinish, inflight: 0, waiting, ...(program && { program }) };
  });
  const queue = { virtualTime: pool.virtualTime, flows: new Map(flows.map((flow) => [flow.id, flow])) };
  const started: Start[] = [];
  const running: { until: number; done: Release }[] = [];
  let now = 0;
  for (;;) {
    while (running.length < pool.slots) {
      for (const program of programs.values()) if (program.inflight < program.limit) catchUp(queue, program);
      const next = release(queue);
      if (next === null) break;
      started.push({ id: next.job.id, at: now });
      running.push({ until: now + next.job.cost, done: next });
    }
    running.sort((a, b) => a.until - b.until);
    const first = running.shift();
    if (first === undefined) return started;
    now = first.until;
    complete(first.done.flow, first.done.job.cost, first.done.job.cost);
  }
}

/** How a forecast goes on with it. */
function played(pool: PoolState): Start[] {
  const started: Start[] = [];
  const course = {
    lasts: ({ median }: { median: number }) => median,
    remains: () => 0,
    nextArrival: () => null,
  };
  play(pool, course, ({ id }, at) => {
    started.push({ id, at });
    return false;
  });
  return started;
}

const runningClip = (elapsedSeconds: number, progress: number, spread = 0) => ({
  id: 'r', flowId: 'b', seq: 0, cost: 60, expected: { median: 60, spread }, elapsedSeconds, progress,
}); // prettier-ignore

describe('waiting', () => {
  test('behind one running clip, the next in line starts when that one ends', () => {
    const pool = poolOf({ a: [60] }, { running: [runningClip(35, 0)] });
    expect(of(pool, 'a1')).toMatchObject({
      position: 1,
      starts: { p50: 25, p90: 25 },
      finishes: { p50: 85, p90: 85 },
    });
  });

  test('a flood of another artist counts only with its fair turns', () => {
    const pool = poolOf({ flood: Array<number>(100).fill(60), small: [60, 60] });
    expect(of(pool, 'small2')).toMatchObject({ position: 4, starts: { p50: 180 } });
    expect(aheadOf(pool, 'small2')?.map(({ flowId }) => flowId)).toEqual(['flood', 'small', 'flood']);
  });

  test('more places mean an earlier start', () => {
    const start = (slots: number) => of(poolOf({ a: [60, 60, 60, 60] }, { slots }), 'a4')?.starts.p50;
    expect([start(1), start(2), start(4)]).toEqual([180, 60, 0]);
  });

  test('one’s own cap delays even when places are free', () => {
    expect(of(poolOf({ a: [60, 60] }, { limit: 1, slots: 4 }), 'a2')?.starts.p50).toBe(60);
  });

  test('the cap of a programme delays even when places are free, and nobody of another one', () => {
    const programs = new Map([['p', { limit: 2, inflight: 0 }]]);
    const pool = poolOf({ a: [60, 60], b: [60, 60], other: [60, 60] }, { slots: 6, programs });
    const flows = pool.flows.map((flow) => (flow.id === 'other' ? flow : { ...flow, programId: 'p' }));
    const start = (id: string, more: Partial<PoolState> = {}) =>
      of({ ...pool, flows, ...more }, id)?.starts.p50;
    expect(['a1', 'b1', 'a2', 'b2'].map((id) => start(id))).toEqual([0, 0, 60, 60]);
    expect(['other1', 'other2'].map((id) => start(id))).toEqual([0, 0]);
    // One runs in another pool, and is taken to go on.
    const elsewhere = { programs: new Map([['p', { limit: 2, inflight: 1 }]]) };
    expect(['a1', 'b1', 'a2', 'b2'].map((id) => start(id, elsewhere))).toEqual([0, 60, 120, 180]);
    // Two do: still the next is told a time, as if one place were left.
    expect(start('a1', { programs: new Map([['p', { limit: 2, inflight: 2 }]]) })).toBe(0);
    const running = {
      running: [{ ...runningClip(35, 0), flowId: 'a' }],
      programs: new Map([['p', { limit: 1, inflight: 1 }]]),
    };
    expect(start('a1', running)).toBe(25);
  });

  test('a forecast goes on as the dispatcher would, also where a programme was held back by its cap', () => {
    const artist = fc.record({
      costs: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 12 }),
      weight: fc.constantFrom(0.5, 1, 2),
      lastFinish: fc.integer({ min: 0, max: 900 }),
    });
    const caps = fc.record({ limit: fc.integer({ min: 1, max: 3 }), slots: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(
        fc.array(artist, { minLength: 3, maxLength: 6 }), caps, fc.integer({ min: 0, max: 900 }),
        (artists, { limit, slots }, virtualTime) => {
          // No two clips end at the same moment: which place is looked at first would be chance.
          const work = artists.map(({ costs }, who) => [`${who}a`, costs.map((cost, n) => cost + Math.abs(Math.sin(37 * n + 1_009 * who + 1)))]);
          const pool = poolOf(Object.fromEntries(work) as Record<string, number[]>, {
            slots, virtualTime, programs: new Map([['p', { limit, inflight: 0 }]]),
          });
          const flows = pool.flows.map((flow, who) => ({
            ...flow, weight: artists[who]?.weight ?? 1, lastFinish: artists[who]?.lastFinish ?? 0,
            ...(who < 2 ? { programId: 'p' } : {}),
          }));
          expect(played({ ...pool, flows })).toEqual(dispatched({ ...pool, flows }));
        },
      ),
      { numRuns: 1_000 },
    );
  }); // prettier-ignore

  test('without a worker, or for a clip that does not wait, there is no forecast', () => {
    expect(of(poolOf({ a: [60] }, { slots: 0 }), 'a1')).toBeUndefined();
    expect(of(poolOf({ a: [60] }), 'b1')).toBeUndefined();
    expect(aheadOf(poolOf({ a: [60] }, { slots: 0 }), 'a1')).toBeNull();
  });

  test('a cap of zero and an empty pool come to an end without a forecast', () => {
    const pool = poolOf({ a: [60] });
    const closed = { ...pool, flows: [{ id: 'a', weight: 1, limit: 0, lastFinish: 0 }] };
    const busy = [{ flowId: 'b', agoSeconds: 10, cost: 1, expected: certain(1) }];
    expect(of(closed, 'a1')).toBeUndefined();
    expect(of(closed, 'a1', busy)).toBeUndefined();
  });

  test('what arrives while one waits can only delay the start, and widens the band', () => {
    const pool = poolOf({ a: Array<number>(20).fill(60), b: [60] });
    const examples = Array.from({ length: 60 }, (_, index) => ({
      flowId: `other${index % 6}`, agoSeconds: 60 * index + 1, cost: 60, expected: certain(60),
    })); // prettier-ignore
    const [alone, crowded] = [of(pool, 'a20'), of(pool, 'a20', examples)];
    expect(alone?.starts.p50).toBe(20 * 60);
    expect(crowded?.starts.p50).toBeGreaterThan(20 * 60);
    expect(crowded?.starts.p90).toBeGreaterThan(crowded?.starts.p50 ?? 0);
    expect(crowded?.position).toBe(alone?.position);
  });

  test('all clips at once are told the same as each alone', () => {
    const pool = poolOf({ a: [60, 30], b: [40], c: [10, 10, 10] }, { slots: 2 });
    const all = forecast(pool, []);
    for (const { id } of pool.waiting) expect(all.get(id)).toEqual(of(pool, id));
  });

  test('progress tells more about the rest of a clip than the clock, the further it is', () => {
    expect(forecastRunning(runningClip(90, 0.9, 0.3)).p50).toBeLessThan(15);
    const band = forecastRunning(runningClip(10, 0, 0.3));
    expect(band.p90).toBeGreaterThan(band.p50);
  });
});
