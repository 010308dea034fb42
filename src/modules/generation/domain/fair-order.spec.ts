import * as fc from 'fast-check';
import {
  BEHIND_CLIPS,
  catchUp,
  complete,
  nextRelease,
  release,
  releases,
  type FairQueue,
  type Flow,
  type ProgramCap,
  type Waiting,
} from './fair-order';

const newFlow = (id: string, weight: number, limit = Infinity): Flow => ({
  id, weight, limit, inflight: 0, lastFinish: 0, waiting: [],
}); // prettier-ignore

const newQueue = (flows: Flow[]): FairQueue => ({
  virtualTime: 0,
  flows: new Map(flows.map((flow) => [flow.id, flow])),
});

let seq = 0;
function submit(queue: FairQueue, flow: Flow, cost: number): Waiting {
  seq += 1;
  const job = { id: `job${seq}`, seq, cost, arrival: queue.virtualTime, paidTag: null };
  flow.waiting.push(job);
  return job;
}

const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant('submit' as const), who: fc.nat(4), cost: fc.integer({ min: 1, max: 600 }), many: fc.integer({ min: 1, max: 6 }) }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('release' as const) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('finish' as const), pick: fc.nat(50) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), who: fc.nat(4), pick: fc.nat(20) }) },
  ),
  { minLength: 10, maxLength: 120 },
); // prettier-ignore
const weights = fc.array(fc.constantFrom(0.5, 1, 2, 4), { minLength: 5, maxLength: 5 });

/** For two artists that both wait: the released cost per weight of one minus the other's, smallest and largest. */
interface Lag {
  low: number;
  high: number;
}

class Watch {
  readonly released: number[];
  readonly largest: number[];
  private readonly lags = new Map<string, Lag>();
  /** Every lag above its bound: there must be none. */
  readonly violations: { lag: number; bound: number }[] = [];

  /** `clips`: how many largest clips of each they may differ by. */
  constructor(
    private readonly flows: Flow[],
    private readonly clips = 1,
  ) {
    this.released = flows.map(() => 0);
    this.largest = flows.map(() => 0);
  }

  onRelease(index: number, cost: number): void {
    this.released[index] = (this.released[index] ?? 0) + cost;
    this.largest[index] = Math.max(this.largest[index] ?? 0, cost);
  }

  /** `before`: who waited before this step. An interval ends when one of the two has nothing waiting. */
  look(before: readonly boolean[]): void {
    for (let f = 0; f < this.flows.length; f += 1) {
      for (let m = f + 1; m < this.flows.length; m += 1) {
        const key = `${f}-${m}`;
        const both = before[f] === true && before[m] === true;
        if (!both) {
          this.lags.delete(key);
          continue;
        }
        const lag = this.share(this.released, f) - this.share(this.released, m);
        const seen = this.lags.get(key) ?? { low: lag, high: lag };
        this.lags.set(key, { low: Math.min(seen.low, lag), high: Math.max(seen.high, lag) });
        const width = Math.max(seen.high, lag) - Math.min(seen.low, lag);
        const bound = this.clips * (this.share(this.largest, f) + this.share(this.largest, m));
        if (width > bound + 1e-6) this.violations.push({ lag: width, bound });
      }
    }
  }

  private share(of: number[], index: number): number {
    return (of[index] ?? 0) / (this.flows[index]?.weight ?? 1);
  }
}

describe('fair order', () => {
  test('between two artists who both wait, the released cost per weight differs by at most one largest clip of each', () => {
    fc.assert(
      fc.property(weights, steps, (shares, script) => {
        const flows = shares.map((weight, index) => newFlow(`artist${index}`, weight));
        const queue = newQueue(flows);
        const watch = new Watch(flows);
        for (const step of script) {
          // Everybody starts the measured interval at the state before the step, and is measured after it.
          watch.look(flows.map((flow) => flow.waiting.length > 0));
          if (step.do === 'submit') {
            const flow = flows[step.who] as Flow;
            for (let i = 0; i < step.many; i += 1) submit(queue, flow, step.cost);
          } else if (step.do === 'release') {
            const before = flows.map((flow) => flow.waiting.length > 0);
            const next = release(queue);
            if (next !== null) watch.onRelease(flows.indexOf(next.flow), next.job.cost);
            watch.look(before);
          } else if (step.do === 'cancel') {
            (flows[step.who] as Flow).waiting.splice(step.pick, 1);
          }
        }
        expect(watch.violations).toEqual([]);
      }),
      { numRuns: 5_000 },
    );
  });

  test('a free place is never left empty while somebody may take it, nobody exceeds their cap, and each artist keeps their order', () => {
    fc.assert(
      fc.property(
        weights,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 4 }),
        steps,
        (shares, limit, slots, script) => {
          const flows = shares.map((weight, index) => newFlow(`artist${index}`, weight, limit));
          const queue = newQueue(flows);
          const running: { flow: Flow; job: Waiting }[] = [];
          const faults: string[] = [];
          const releasedIds = new Set<string>();
          const lastSeq = new Map<Flow, number>();
          for (const step of script) {
            if (step.do === 'submit')
              for (let i = 0; i < step.many; i += 1) submit(queue, flows[step.who] as Flow, step.cost);
            if (step.do === 'cancel') (flows[step.who] as Flow).waiting.splice(step.pick, 1);
            if (step.do === 'finish' && running.length > 0) {
              const [done] = running.splice(step.pick % running.length, 1) as [{ flow: Flow; job: Waiting }];
              complete(done.flow, done.job.cost * 1.3, done.job.cost);
            }
            while (step.do === 'release' && running.length < slots) {
              const next = release(queue);
              if (next === null) break;
              if (releasedIds.has(next.job.id)) faults.push('released twice');
              if (next.job.seq <= (lastSeq.get(next.flow) ?? 0))
                faults.push('overtook an older one of the same artist');
              releasedIds.add(next.job.id);
              lastSeq.set(next.flow, next.job.seq);
              running.push(next);
            }
            if (flows.some((flow) => flow.inflight > limit)) faults.push('an artist exceeds their cap');
            const isIdle = step.do === 'release' && running.length < slots;
            if (isIdle && flows.some((flow) => flow.waiting.length > 0 && flow.inflight < limit)) {
              faults.push('a place stays empty while somebody may take it');
            }
          }
          expect(faults).toEqual([]);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('a programme never has more under way than its cap, uses it up, and its artists share it fairly', () => {
    const caps = fc.record({ limit: fc.integer({ min: 1, max: 3 }), slots: fc.integer({ min: 1, max: 6 }) });
    fc.assert(
      fc.property(weights, caps, steps, (shares, { limit, slots }, script) => {
        const program: ProgramCap = { limit, inflight: 0 };
        // The last two are of another programme, which has no cap.
        const flows = shares.map((weight, index) => ({
          ...newFlow(`artist${index}`, weight), ...(index < 3 ? { program } : {}),
        })); // prettier-ignore
        const queue = newQueue(flows);
        const capped = flows.slice(0, 3);
        const isWaiting = (flow: Flow): boolean => flow.waiting.length > 0;
        // Of a newcomer it may be behind by as many clips as a programme may be behind its pool.
        const watch = new Watch(capped, 1 + 2 * BEHIND_CLIPS);
        const running: Flow[] = [];
        const faults: string[] = [];
        for (const step of script) {
          watch.look(capped.map(isWaiting));
          if (step.do === 'submit')
            for (let i = 0; i < step.many; i += 1) submit(queue, flows[step.who] as Flow, step.cost);
          if (step.do === 'cancel') (flows[step.who] as Flow).waiting.splice(step.pick, 1);
          if (step.do === 'finish' && running.length > 0)
            complete(running.splice(step.pick % running.length, 1)[0] as Flow, 1, 1);
          while (step.do === 'release' && running.length < slots) {
            const before = capped.map(isWaiting);
            if (program.inflight < limit) catchUp(queue, program);
            const next = release(queue);
            if (next === null) break;
            running.push(next.flow);
            const index = flows.indexOf(next.flow);
            if (index < 3) watch.onRelease(index, next.job.cost);
            watch.look(before);
          }
          const many = running.filter((flow) => flow.program !== undefined).length;
          if (many !== program.inflight || many > limit) faults.push(`${many} under way, ${limit} allowed`);
          const isIdle = step.do === 'release' && running.length < slots;
          if (isIdle && (flows.slice(3).some(isWaiting) || (many < limit && flows.some(isWaiting))))
            faults.push('a place stays empty while somebody may take it');
        }
        expect(faults).toEqual([]);
        expect(watch.violations).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a programme that its cap held back makes no newcomer of its own wait for that, nor others once it is lifted', () => {
    const program: ProgramCap = { limit: 1, inflight: 0 };
    const [early, late] = [0, 1].map((who) => ({ ...newFlow(`capped${who}`, 1), program })) as [Flow, Flow];
    const other = newFlow('other', 1);
    const queue = newQueue([early, late, other]);
    for (let i = 0; i < 40; i += 1) submit(queue, early, 10);
    for (let i = 0; i < 200; i += 1) submit(queue, other, 10);
    for (let i = 0; i < 120; i += 1) release(queue);
    expect(queue.virtualTime).toBeGreaterThan(1_000);
    submit(queue, late, 10);
    submit(queue, late, 10);
    const order = Array.from({ length: 12 }, () => {
      const done = [early, late].find(({ inflight }) => inflight > 0);
      if (done !== undefined) complete(done, 10, 10);
      catchUp(queue, program);
      return release(queue)?.flow.id;
    });
    const own = order.filter((id) => id !== 'other');
    expect(own.slice(0, 4).filter((id) => id === 'capped1')).toHaveLength(2);
    // Lifted: they share with the other from now on, and take nothing for what they had to wait.
    const free = {
      ...queue,
      flows: new Map(
        [early, late, other].map((flow) => [flow.id, { ...flow, program: { limit: 99, inflight: 0 } }]),
      ),
    };
    const next = Array.from({ length: 20 }, () => release(free)?.flow.id);
    expect(next.filter((id) => id === 'other').length).toBeGreaterThanOrEqual(9);
  });

  test('drafts do not starve finals, nor finals drafts: each gets its share of the time, whatever its clips cost', () => {
    const [drafts, finals] = [newFlow('drafts', 1), newFlow('finals', 1)];
    const queue = newQueue([drafts, finals]);
    for (let i = 0; i < 400; i += 1) submit(queue, drafts, 5);
    for (let i = 0; i < 20; i += 1) submit(queue, finals, 100);
    const served = { drafts: 0, finals: 0 };
    for (let next = release(queue); next !== null; next = release(queue)) {
      served[next.flow.id as keyof typeof served] += next.job.cost;
      if (drafts.waiting.length > 0 && finals.waiting.length > 0)
        expect(Math.abs(served.drafts - served.finals)).toBeLessThanOrEqual(105);
    }
    expect(served).toEqual({ drafts: 2_000, finals: 2_000 });
  });

  test('an artist who comes back after an idle hour has saved nothing up and is not punished either', () => {
    const [busy, idle] = [newFlow('busy', 1), newFlow('idle', 1)];
    const queue = newQueue([busy, idle]);
    for (let i = 0; i < 50; i += 1) submit(queue, busy, 60);
    for (let i = 0; i < 20; i += 1) release(queue);
    for (let i = 0; i < 3; i += 1) submit(queue, idle, 60);
    const order = Array.from({ length: 6 }, () => release(queue)?.flow.id);
    expect(order.filter((id) => id === 'idle')).toHaveLength(3);
    expect(order.slice(0, 2)).toContain('idle');
  });

  test('a clip that comes back after a fault keeps its place and is not accounted twice', () => {
    const flow = newFlow('one', 1);
    const queue = newQueue([flow]);
    submit(queue, flow, 100);
    submit(queue, flow, 100);
    const first = release(queue);
    const before = flow.lastFinish;
    flow.inflight -= 1;
    flow.waiting.unshift({ ...(first?.job as Waiting), paidTag: first?.tag ?? 0 });
    expect(nextRelease(queue)?.job.id).toBe(first?.job.id);
    release(queue);
    expect(flow.lastFinish).toBe(before);
  });

  test('many at once, of whom only some clips are looked at, are a beginning of what one by one would be', () => {
    const asked = fc.array(fc.record({ who: fc.nat(4), cost: fc.integer({ min: 1, max: 600 }) }), {
      minLength: 1, maxLength: 40,
    }); // prettier-ignore
    fc.assert(
      fc.property(weights, asked, fc.integer({ min: 1, max: 4 }), (of, jobs, deep) => {
        const [all, some] = [of, of].map((each) =>
          newQueue(each.map((weight, who) => newFlow(String(who), weight, 5))),
        ) as [FairQueue, FairQueue];
        for (const [index, { who, cost }] of jobs.entries()) {
          const job = { id: `job${index}`, seq: index, cost, arrival: 0, paidTag: null };
          const [flow, shown] = [all, some].map(({ flows }) => flows.get(String(who))) as [Flow, Flow];
          flow.waiting.push(job);
          if (shown.waiting.length < deep) shown.waiting.push(job);
        }
        const cut = new Set(
          [...some.flows.values()].filter((flow) => flow.waiting.length >= deep).map(({ id }) => id),
        );
        const whole = releases(all, jobs.length).map(({ job }) => job.id);
        const begun = releases(some, jobs.length, cut).map(({ job }) => job.id);
        expect(begun).toEqual(whole.slice(0, begun.length));
        expect(begun.length).toBeGreaterThan(0);
        if (cut.size === 0) expect(begun).toEqual(whole);
      }),
      { numRuns: 2_000 },
    );
  });

  test('with a programme that is full, a round over the first artists alone ends before it could pass somebody over', () => {
    const asked = fc.array(fc.record({ who: fc.nat(4), cost: fc.integer({ min: 1, max: 600 }) }), {
      minLength: 1, maxLength: 30,
    }); // prettier-ignore
    fc.assert(
      fc.property(
        weights,
        asked,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 4 }),
        (of, jobs, limit, most) => {
          const [all, some] = [0, 0].map(() => {
            const program: ProgramCap = { limit, inflight: 0 };
            return newQueue(
              of.map((weight, who) => ({ ...newFlow(String(who), weight), ...(who < 3 ? { program } : {}) })),
            );
          }) as [FairQueue, FairQueue];
          for (const [seq, { who, cost }] of jobs.entries())
            for (const { flows } of [all, some])
              flows.get(String(who))?.waiting.push({ id: `job${seq}`, seq, cost, arrival: 0, paidTag: null });
          // As the database lists them: the artists whose heads were asked for first.
          const heads = [...some.flows.values()].filter(({ waiting }) => waiting.length > 0);
          const shown = heads
            .toSorted((a, b) => (a.waiting[0] as Waiting).seq - (b.waiting[0] as Waiting).seq)
            .slice(0, most);
          for (const [id] of some.flows) if (!shown.some((flow) => flow.id === id)) some.flows.delete(id);
          const whole = releases(all, most).map(({ job }) => job.id);
          const begun = releases(some, most, new Set(), shown.length >= most).map(({ job }) => job.id);
          expect(begun).toEqual(whole.slice(0, begun.length));
          expect(begun.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
