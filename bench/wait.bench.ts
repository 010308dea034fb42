import { chanceOf, normal, quantile, type Chance } from '../src/modules/generation/domain/chance';
import { complete, release, type FairQueue, type Flow } from '../src/modules/generation/domain/fair-order';
import { expectedOf, learn, UNSEEN, type Expected, type Pace } from '../src/modules/generation/domain/pace';
import { PLAIN, play, type Example, type PoolState } from '../src/modules/generation/domain/play';
import { forecast, WINDOW_SECONDS } from '../src/modules/generation/domain/wait';

/** A kind of clip: what the provider estimates, and what such a clip takes in truth (unknown to the forecast). */
interface Kind {
  readonly estimate: number;
  readonly factor: number;
  readonly spread: number;
}

interface Job {
  readonly id: string;
  readonly seq: number;
  readonly artist: number;
  readonly kind: number;
  readonly at: number;
  readonly actual: number;
  startedAt: number;
  startTag: number;
  predicted?: { p50: number; p90: number; formula: number; fuller: number };
}

/** Mean seconds between requests: three quarters, nine tenths and eleven tenths of what four places can do. */
const LOADS = { light: 115, medium: 96, heavy: 79 } as const;
type Load = keyof typeof LOADS;
const ARTISTS = 12;
const SLOTS = 4;
const HORIZON_SECONDS = 40_000;
/** A wait below a minute has no meaningful relative error. */
const SHORTEST = 60;
const BAR = { ratio: 0.6, coverage: [0.8, 0.97] } as const;

const weightOf = (artist: number): number => (artist % 4 === 0 ? 2 : 1);

function jobsOf(chance: Chance, meanGap: number, kinds: readonly Kind[]): Job[] {
  const jobs: Job[] = [];
  for (let at = 0; at < HORIZON_SECONDS;) {
    at += -Math.log(1 - chance()) * meanGap;
    const artist = Math.floor(chance() ** 2 * ARTISTS);
    const many = chance() < 0.06 ? 20 : 1;
    for (let i = 0; i < many; i += 1) {
      const kind = Math.floor(chance() * kinds.length);
      const { estimate, factor, spread } = kinds[kind] as Kind;
      const actual = estimate * factor * Math.exp(spread * normal(chance));
      const seq = jobs.length;
      jobs.push({ id: String(seq), seq, artist, kind, at, actual, startedAt: NaN, startTag: 0 });
    }
  }
  return jobs;
}

/** One pool from its first clip to its last, with a forecast at every submit. What is known then is all it may use. */
class World {
  private readonly queue: FairQueue;
  private readonly paces: Pace[];
  private readonly running: Job[] = [];
  private readonly byId = new Map<string, Job>();
  private readonly seen: Job[] = [];

  constructor(private readonly kinds: readonly Kind[]) {
    this.paces = kinds.map(() => UNSEEN);
    const flows = Array.from({ length: ARTISTS }, (_, artist): [string, Flow] => {
      const id = String(artist);
      return [id, { id, weight: weightOf(artist), limit: Infinity, inflight: 0, lastFinish: 0, waiting: [] }];
    });
    this.queue = { virtualTime: 0, flows: new Map(flows) };
  }

  run(jobs: readonly Job[]): void {
    let next = 0;
    for (;;) {
      const arriving = jobs[next];
      const ending = this.nextEnd();
      if (arriving === undefined && ending === undefined) return;
      if (
        arriving !== undefined &&
        (ending === undefined || arriving.at <= ending.startedAt + ending.actual)
      ) {
        next += 1;
        this.arrive(arriving);
      } else if (ending !== undefined) this.end(ending);
    }
  }

  private nextEnd(): Job | undefined {
    return this.running.toSorted((a, b) => a.startedAt + a.actual - b.startedAt - b.actual)[0];
  }

  private arrive(job: Job): void {
    this.byId.set(job.id, job);
    this.seen.push(job);
    const flow = this.queue.flows.get(String(job.artist)) as Flow;
    const { id, seq } = job;
    flow.waiting.push({
      id,
      seq,
      cost: this.estimateOf(job),
      arrival: this.queue.virtualTime,
      paidTag: null,
    });
    this.fill(job.at);
    if (Number.isNaN(job.startedAt)) this.predict(job);
  }

  private end(job: Job): void {
    this.running.splice(this.running.indexOf(job), 1);
    const estimate = this.estimateOf(job);
    complete(this.queue.flows.get(String(job.artist)) as Flow, job.actual, estimate);
    this.paces[job.kind] = learn(this.paces[job.kind] ?? UNSEEN, job.actual, estimate);
    this.fill(job.startedAt + job.actual);
  }

  private fill(now: number): void {
    while (this.running.length < SLOTS) {
      const next = release(this.queue);
      if (next === null) return;
      const job = this.byId.get(next.job.id) as Job;
      job.startedAt = now;
      this.running.push(job);
    }
  }

  private estimateOf(job: Job): number {
    return (this.kinds[job.kind] as Kind).estimate;
  }

  private expectedOf(job: Job): Expected {
    return expectedOf(this.estimateOf(job), this.paces[job.kind], this.paces);
  }

  private predict(job: Job): void {
    const pool = this.stateAt(job.at);
    const examples = this.seen
      .filter((one) => job.at - one.at < WINDOW_SECONDS && one !== job)
      .map((one): Example => ({
        flowId: String(one.artist), agoSeconds: job.at - one.at, cost: this.estimateOf(one), expected: this.expectedOf(one),
      })); // prettier-ignore
    const starts = forecast(pool, examples, job.id).get(job.id)?.starts;
    if (starts === undefined) return;
    const work = this.workAhead(pool, job.id);
    const residual = pool.running.reduce((sum, clip) => sum + PLAIN.remains(clip), 0);
    job.predicted = { ...starts, formula: work / SLOTS, fuller: (work + residual) / SLOTS };
  }

  /** Seconds of rendering that start before it, in fair order and by the same learned durations: the formula's best. */
  private workAhead(pool: PoolState, id: string): number {
    let work = 0;
    play(pool, PLAIN, (clip, _at, lasts) => {
      if (clip.id === id) return true;
      work += lasts;
      return false;
    });
    return work;
  }

  private stateAt(now: number): PoolState {
    const flows = [...this.queue.flows.values()];
    const open = (job: Job): { id: string; flowId: string; seq: number; cost: number; expected: Expected } => ({
      id: job.id, flowId: String(job.artist), seq: job.seq, cost: this.estimateOf(job), expected: this.expectedOf(job),
    }); // prettier-ignore
    return {
      virtualTime: this.queue.virtualTime,
      slots: SLOTS,
      flows: flows.map(({ id, weight, limit, lastFinish }) => ({ id, weight, limit, lastFinish })),
      waiting: flows.flatMap(({ waiting }) =>
        waiting.map(({ id, arrival, paidTag }) => ({
          ...open(this.byId.get(id) as Job), arrival, paidTag, isThrottled: false, isReleased: false,
        })),
      ), // prettier-ignore
      running: this.running.map((job) => ({
        ...open(job),
        elapsedSeconds: now - job.startedAt,
        progress: 0,
      })),
    };
  }
}

interface Score {
  readonly clips: number;
  readonly error: number;
  readonly formula: number;
  readonly fuller: number;
  readonly coverage: number;
  readonly belowP50: number;
}

function scoreOf(jobs: readonly Job[]): Score {
  const waited = jobs.flatMap((job) => {
    const wait = job.startedAt - job.at;
    return job.predicted === undefined || wait <= SHORTEST ? [] : [{ ...job.predicted, wait }];
  });
  const all = jobs.flatMap((job) =>
    job.predicted === undefined ? [] : [{ ...job.predicted, wait: job.startedAt - job.at }],
  );
  const median = (of: (one: (typeof waited)[number]) => number): number =>
    quantile(
      waited.map((one) => Math.abs(of(one) - one.wait) / one.wait).toSorted((a, b) => a - b),
      0.5,
    );
  const share = (of: (one: (typeof waited)[number]) => number): number =>
    all.filter((one) => one.wait <= of(one)).length / all.length;
  return {
    clips: waited.length,
    error: median((one) => one.p50),
    formula: median((one) => one.formula),
    fuller: median((one) => one.fuller),
    coverage: share((one) => one.p90),
    belowP50: share((one) => one.p50),
  };
}

/** Providers that estimate well, and ones that are wrong by a factor of their own for each kind. */
const ESTIMATES = { fair: [1, 1, 1, 1, 1], biased: [0.6, 1.5, 1, 2.2, 0.8] } as const;

function kindsOf(factors: readonly number[]): Kind[] {
  const spread = 0.175;
  return [40, 40, 40, 90, 600].map((estimate, index) => ({ estimate, factor: factors[index] ?? 1, spread }));
}

/** Simulated weeks of a pool under three loads: how far the forecast is off, and how often its upper end holds. */
export async function run({ quick }: { quick: boolean }): Promise<object> {
  const rounds = quick ? 1 : 5;
  const figures: Record<string, object> = {};
  const ratios: Record<string, number> = {};
  let ok = true;
  for (const [estimates, factors] of Object.entries(ESTIMATES)) {
    for (const load of Object.keys(LOADS) as Load[]) {
      const scores: Score[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const kinds = kindsOf(factors);
        // As much work arrives as with fair estimates: the load is that of the true durations.
        const mean = kinds.reduce((sum, { estimate, factor }) => sum + estimate * factor, 0) / 5 / 162;
        const jobs = jobsOf(chanceOf(1_000 * round + 7), LOADS[load] * mean, kinds);
        new World(kinds).run(jobs);
        scores.push(scoreOf(jobs));
      }
      const name = `${load}-${estimates}`;
      const median = (of: (score: Score) => number): number =>
        Math.round(
          quantile(
            scores.map(of).toSorted((a, b) => a - b),
            0.5,
          ) * 1_000,
        ) / 1_000;
      const coverage = median((score) => score.coverage);
      const ratio = median((score) => score.error / score.formula);
      ratios[name] = ratio;
      figures[name] = {
        clips: scores.reduce((sum, { clips }) => sum + clips, 0),
        medianError: median((score) => score.error),
        formulaError: median((score) => score.formula),
        formulaWithResidualError: median((score) => score.fuller),
        withinP90: coverage,
        withinP50: median((score) => score.belowP50),
      };
      ok &&= ratio <= BAR.ratio && coverage >= BAR.coverage[0] && coverage <= BAR.coverage[1];
      process.stderr.write(`wait: ${name} ${JSON.stringify({ ratio, ...figures[name] })}\n`);
    }
  }
  return { ratios, figures, bar: BAR, rounds, ok };
}
