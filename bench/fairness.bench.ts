import { complete, release, type FairQueue, type Flow } from '../src/modules/generation/domain/fair-order';
import { chanceOf } from '../src/modules/generation/domain/chance';
import { ordersOf, type Asked } from './rig/order';

const LIGHT = 99;
const FLOOD = 1_000;
const SLOTS = 4;
const COSTS = [40, 40, 40, 90, 600] as const;
const JAIN_BAR = 0.98;

interface Job {
  readonly artist: number;
  readonly cost: number;
  readonly at: number;
  start: number;
}

type Order = 'fair' | 'fifo';

/** The flood first, at once; then each light artist with one to four clips at a moment of their own. */
function jobsOf(seed: number): Job[] {
  const chance = chanceOf(seed);
  const cost = (): number => COSTS[Math.floor(chance() * COSTS.length)] ?? 40;
  const flood = Array.from({ length: FLOOD }, (): Job => ({ artist: 0, cost: cost(), at: 0, start: NaN }));
  const light = Array.from({ length: LIGHT }, (_, index) => {
    const at = chance() * 20_000;
    return Array.from({ length: 1 + Math.floor(chance() * 4) }, (): Job => ({
      artist: index + 1, cost: cost(), at, start: NaN,
    })); // prettier-ignore
  }).flat();
  return [...flood, ...light].toSorted((a, b) => a.at - b.at || a.artist - b.artist);
}

interface Play {
  readonly jobs: readonly Job[];
  /** Clip and artist in the order of release, with who waited then. */
  readonly released: { readonly job: Job; readonly waiting: ReadonlySet<number> }[];
}

function playOf(seed: number, order: Order): Play {
  const jobs = jobsOf(seed);
  const flows = new Map<string, Flow>();
  const queue: FairQueue = { virtualTime: 0, flows };
  const running: { job: Job; flow: Flow; until: number }[] = [];
  const released: Play['released'] = [];
  let next = 0;
  let now = 0;
  const flowOf = (artist: number): Flow => {
    // First come, first served is the same queue with everybody in one flow.
    const id = order === 'fifo' ? 'all' : String(artist);
    const flow = flows.get(id) ?? { id, weight: 1, limit: Infinity, inflight: 0, lastFinish: 0, waiting: [] };
    flows.set(id, flow);
    return flow;
  };
  const fill = (): void => {
    while (running.length < SLOTS) {
      const waiting = new Set(
        [...flows.values()].flatMap((flow) => flow.waiting.map(({ seq }) => (jobs[seq] as Job).artist)),
      );
      const picked = release(queue);
      if (picked === null) return;
      const job = jobs[picked.job.seq] as Job;
      job.start = now;
      running.push({ job, flow: picked.flow, until: now + job.cost });
      released.push({ job, waiting });
    }
  };
  while (next < jobs.length || running.length > 0) {
    const first = running.toSorted((a, b) => a.until - b.until)[0];
    const arriving = jobs[next];
    if (arriving !== undefined && (first === undefined || arriving.at <= first.until)) {
      now = arriving.at;
      const { cost, artist } = arriving;
      flowOf(artist).waiting.push({
        id: String(next),
        seq: next,
        cost,
        arrival: queue.virtualTime,
        paidTag: null,
      });
      next += 1;
      // Those of one instant are there before the first is released.
      if (jobs[next]?.at !== now) fill();
    } else if (first !== undefined) {
      now = first.until;
      running.splice(running.indexOf(first), 1);
      complete(first.flow, first.job.cost, first.job.cost);
      fill();
    }
  }
  return { jobs, released };
}

/** How far the first wait of a light artist exceeds its bound (research: one largest clip each of all others, and the rest of one in each place). */
function worstAgainstBound({ jobs }: Play): { worst: number; median: number; over: number } {
  const largest = Math.max(...COSTS);
  const waits: number[] = [];
  let worst = 0;
  let over = 0;
  for (let artist = 1; artist <= LIGHT; artist += 1) {
    const own = jobs.filter((job) => job.artist === artist);
    const [first] = own;
    if (first === undefined) continue;
    // Whoever was there at some moment while it waited, with one largest clip each, on all places; plus what ran.
    const until = first.start;
    const others = new Set(
      jobs
        .filter((job) => job.artist !== artist && job.at <= until && job.start >= first.at)
        .map((job) => job.artist),
    );
    const sum = [...others].reduce(
      (all, other) => all + Math.max(...jobs.filter((job) => job.artist === other).map((job) => job.cost)), 0,
    ); // prettier-ignore
    const bound = sum / SLOTS + largest;
    const wait = first.start - first.at;
    waits.push(wait);
    worst = Math.max(worst, wait / bound);
    if (wait > bound) over += 1;
  }
  const sorted = waits.toSorted((a, b) => a - b);
  return { worst, median: sorted[sorted.length >> 1] ?? 0, over };
}

/** Jain's index of the cost released to each of 100 artists who all keep a backlog throughout. */
function jainOf(seed: number): number {
  const chance = chanceOf(seed);
  const flows = Array.from({ length: LIGHT + 1 }, (_, artist): [string, Flow] => {
    const id = String(artist);
    return [id, { id, weight: 1, limit: Infinity, inflight: 0, lastFinish: 0, waiting: [] }];
  });
  const queue: FairQueue = { virtualTime: 0, flows: new Map(flows) };
  let seq = 0;
  // The flooder asks for the longest clips only.
  const refill = (flow: Flow): void => {
    const cost = flow.id === '0' ? 600 : (COSTS[Math.floor(chance() * COSTS.length)] ?? 40);
    flow.waiting.push({ id: String(seq), seq, cost, arrival: queue.virtualTime, paidTag: null });
    seq += 1;
  };
  for (const [, flow] of flows) refill(flow);
  const served = new Map<string, number>();
  for (let total = 0; total < 100 * 20_000;) {
    const next = release(queue);
    if (next === null) break;
    next.flow.inflight -= 1;
    served.set(next.flow.id, (served.get(next.flow.id) ?? 0) + next.job.cost);
    total += next.job.cost;
    refill(next.flow);
  }
  const shares = [...served.values()];
  const sum = shares.reduce((all, one) => all + one, 0);
  return sum ** 2 / (shares.length * shares.reduce((all, one) => all + one * one, 0));
}

/** The flood of one artist, and the others with one to four clips each after some releases: small enough for a database. */
function askedOf(seed: number, { flood, light }: { flood: number; light: number }): Asked[] {
  const chance = chanceOf(seed);
  const cost = (): number => COSTS[Math.floor(chance() * COSTS.length)] ?? 40;
  const first = Array.from({ length: flood }, (): Asked => ({ artist: 0, cost: cost(), after: 0 }));
  const others = Array.from({ length: light }, (_, index) => {
    const after = Math.floor(chance() * flood * 0.8);
    return Array.from({ length: 1 + Math.floor(chance() * 4) }, (): Asked => ({ artist: index + 1, cost: cost(), after }));
  }).flat(); // prettier-ignore
  return [...first, ...others].toSorted((a, b) => a.after - b.after || a.artist - b.artist);
}

interface Served {
  /** Clips that the database released at another place than the model. */
  readonly differing: number;
  /** Light artists whose first clip waited for more of others' work than one largest clip of each who was there. */
  readonly overBound: number;
  /** The most that one waited, as a share of that bound. */
  readonly worstOfBound: number;
}

/** The dispatcher's own statements over a real Postgres: the same order as the model, and the same bound. */
async function servedByDatabase(quick: boolean): Promise<Served> {
  const size = quick ? { flood: 60, light: 15 } : { flood: 400, light: LIGHT };
  const asked = askedOf(1, size);
  const { database, model } = await ordersOf(asked, size.light + 1);
  const placeOf = new Map(database.map((number, place) => [number, place]));
  const shares: number[] = [];
  for (let artist = 1; artist <= size.light; artist += 1) {
    const number = asked.findIndex((clip) => clip.artist === artist);
    const from = asked[number]?.after ?? 0;
    const before = database.slice(from, placeOf.get(number)).map((one) => asked[one] as Asked);
    const largest = new Map<number, number>();
    // Who was there: whoever was asked for by then and not yet released when this one came.
    for (const [index, clip] of asked.entries()) {
      const place = placeOf.get(index) ?? 0;
      const isThere = clip.artist !== artist && clip.after <= (placeOf.get(number) ?? 0) && place >= from;
      if (isThere) largest.set(clip.artist, Math.max(largest.get(clip.artist) ?? 0, clip.cost));
    }
    const waited = before.filter((clip) => clip.artist !== artist).reduce((sum, { cost }) => sum + cost, 0);
    const bound = [...largest.values()].reduce((sum, cost) => sum + cost, 0);
    shares.push(waited === 0 ? 0 : waited / bound);
  }
  return {
    differing: database.filter((number, place) => number !== model[place]).length,
    overBound: shares.filter((share) => share > 1).length,
    worstOfBound: Math.max(...shares),
  };
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const round = (value: number): number => Math.round(value * 1_000) / 1_000;

/** One artist with 1,000 clips against 99 with a few: what the fair order makes them wait, and what first come first served would. */
export async function run({ quick }: { quick: boolean }): Promise<object> {
  const rounds = quick ? 2 : 7;
  type Worst = ReturnType<typeof worstAgainstBound>;
  const fair: Worst[] = [];
  const fifo: Worst[] = [];
  const jain: number[] = [];
  for (let seed = 1; seed <= rounds; seed += 1) {
    fair.push(worstAgainstBound(playOf(seed, 'fair')));
    fifo.push(worstAgainstBound(playOf(seed, 'fifo')));
    jain.push(jainOf(seed));
    process.stderr.write(`fairness: round ${seed} of ${rounds}\n`);
  }
  const over = fair.reduce((sum, one) => sum + one.over, 0);
  const least = Math.min(...jain);
  process.stderr.write('fairness: the same in a database …\n');
  const database = await servedByDatabase(quick);
  return {
    ratio: round(medianOf(fair.map(({ median }) => median)) / medianOf(fifo.map(({ median }) => median))),
    figures: {
      fair: { worstWaitOfBound: round(Math.max(...fair.map(({ worst }) => worst))), overBound: over, medianWait: round(medianOf(fair.map(({ median }) => median))) },
      fifo: { worstWaitOfBound: round(Math.max(...fifo.map(({ worst }) => worst))), overBound: fifo.reduce((sum, one) => sum + one.over, 0), medianWait: round(medianOf(fifo.map(({ median }) => median))) },
      jain: round(least),
      database: { ...database, worstOfBound: round(database.worstOfBound) },
    },
    bar: { overBound: 0, jain: JAIN_BAR, differing: 0 },
    rounds,
    ok: over === 0 && least >= JAIN_BAR && database.differing === 0 && database.overBound === 0,
  }; // prettier-ignore
}
