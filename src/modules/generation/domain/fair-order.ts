/*
 * Start-time fair queueing (Goyal, Vin, Cheng 1996) over artists: who is released next, as a pure model. The database
 * does the same in one statement (pool/flow.sql.ts); a test compares the two. Costs are estimated seconds.
 */

/** All that artists of one programme have under way, in whatever pool, where the programme has a cap on it. */
export interface ProgramCap {
  readonly limit: number;
  inflight: number;
}

/** One artist in one pool. */
export interface Flow {
  readonly id: string;
  /** Share of the pool relative to others. Above zero. */
  readonly weight: number;
  /** At most this many occupy the pool at once. */
  readonly limit: number;
  /** What the artists of a programme share; absent: their programme has no cap. */
  readonly program?: ProgramCap;
  inflight: number;
  /** Virtual time at which everything released so far would be done. */
  lastFinish: number;
  /** What waits, oldest first. */
  readonly waiting: Waiting[];
}

export interface Waiting {
  readonly id: string;
  /** Order of submission over all artists; breaks ties. */
  readonly seq: number;
  readonly cost: number;
  /** Virtual time of the pool when it began to wait. */
  readonly arrival: number;
  /** Its tag when it was released before and came back: it keeps its place and is not accounted again. */
  readonly paidTag: number | null;
}

export interface FairQueue {
  /** Largest start tag released so far. */
  virtualTime: number;
  readonly flows: Map<string, Flow>;
}

export interface Release {
  readonly flow: Flow;
  readonly job: Waiting;
  readonly tag: number;
}

const tagOf = (flow: Flow, job: Waiting): number => job.paidTag ?? Math.max(job.arrival, flow.lastFinish);

const isFull = ({ inflight, limit }: ProgramCap): boolean => inflight >= limit;

/** Whether one more of its clips may be under way: neither its own cap nor that of its programme is reached. */
const mayStart = (flow: Flow): boolean =>
  flow.inflight < flow.limit && (flow.program === undefined || !isFull(flow.program));

/** Who is next: the smallest start tag among the artists that may have one more; `null` when nobody waits or may. */
export function nextRelease(queue: FairQueue): Release | null {
  let best: Release | null = null;
  for (const flow of queue.flows.values()) {
    const job = flow.waiting[0];
    if (job === undefined || !mayStart(flow)) continue;
    const tag = tagOf(flow, job);
    if (best === null || tag < best.tag || (tag === best.tag && job.seq < best.job.seq))
      best = { flow, job, tag };
  }
  return best;
}

/** Releases the next one and accounts its cost to its artist. Changes `queue`. */
export function release(queue: FairQueue): Release | null {
  const next = nextRelease(queue);
  if (next === null) return null;
  const { flow, job, tag } = next;
  flow.waiting.shift();
  flow.inflight += 1;
  if (flow.program !== undefined) flow.program.inflight += 1;
  if (job.paidTag === null) flow.lastFinish = tag + job.cost / flow.weight;
  queue.virtualTime = Math.max(queue.virtualTime, tag);
  return next;
}

/** Clips of an artist, by the cost of the next one, that a programme may lie behind its pool without being caught up. */
export const BEHIND_CLIPS = 4;

/** Whether a tag lies so far behind the pool's time that only a cap of its artist's programme explains it. */
export const liesBehind = (virtualTime: number, tag: number, cost: number, weight: number): boolean =>
  tag + (BEHIND_CLIPS * cost) / weight < virtualTime;

/** Where an artist stands after their programme, `behind` the pool, was caught up: see `catchUp`. */
export const caughtUp = (
  { lastFinish, arrival }: { readonly lastFinish: number; readonly arrival: number },
  virtualTime: number,
  behind: number,
): number => (lastFinish >= arrival ? lastFinish + behind : virtualTime);

/** Whether what a waiting artist has next lies behind. */
export function isBehind(virtualTime: number, flow: Flow): boolean {
  const job = flow.waiting[0];
  if (job === undefined || job.paidTag !== null) return false;
  return liesBehind(virtualTime, tagOf(flow, job), job.cost, flow.weight);
}

/**
 * Brings a programme that its cap has held back to the present time of its pool, where one of its artists is behind: those
 * who wait keep their distance from each other, and who came meanwhile, at a later time than it had reached, is next with
 * the first of them. So neither a newcomer waits for what was saved up, nor another programme once the cap is lifted.
 */
export function catchUp(queue: FairQueue, program: ProgramCap): void {
  const waiting = [...queue.flows.values()].filter(
    (flow) => flow.program === program && flow.waiting.length > 0,
  );
  if (!waiting.some((flow) => isBehind(queue.virtualTime, flow))) return;
  const tags = waiting.flatMap((flow) => {
    const job = flow.waiting[0] as Waiting;
    return job.paidTag === null ? [tagOf(flow, job)] : [];
  });
  const behind = queue.virtualTime - Math.min(...tags);
  for (const flow of waiting) {
    const { arrival } = flow.waiting[0] as Waiting;
    flow.lastFinish = caughtUp({ lastFinish: flow.lastFinish, arrival }, queue.virtualTime, behind);
  }
}

/** One of `flow` is done after `actual` seconds where `estimate` was accounted. Changes `flow`. */
export function complete(flow: Flow, actual: number, estimate: number): void {
  flow.inflight -= 1;
  if (flow.program !== undefined) flow.program.inflight -= 1;
  flow.lastFinish = Math.max(0, flow.lastFinish + (actual - estimate) / flow.weight);
}

/**
 * The next `most` releases in their order, as one call of `release` after another would give them. Changes `queue`. Ends
 * before a release of an artist in `cut`, of whom more waits than `queue` shows, once what it shows of them is used up; and
 * once a programme is full where `isCut`: others, whom `queue` does not show, may come before those of whom it does.
 */
export function releases(
  queue: FairQueue,
  most: number,
  cut: ReadonlySet<string> = new Set(),
  isCut = false,
): Release[] {
  const picked: Release[] = [];
  while (picked.length < most) {
    const next = release(queue);
    if (next === null) break;
    picked.push(next);
    const { flow } = next;
    if (flow.waiting.length === 0 && mayStart(flow) && cut.has(flow.id)) break;
    if (isCut && flow.program !== undefined && isFull(flow.program)) break;
  }
  return picked;
}
