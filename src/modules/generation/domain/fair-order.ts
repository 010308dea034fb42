/*
 * Start-time fair queueing (Goyal, Vin, Cheng 1996) over artists: who is released next, as a pure model. The database
 * does the same in one statement (pool/flow.sql.ts); a test compares the two. Costs are estimated seconds.
 */

/** One artist in one pool. */
export interface Flow {
  readonly id: string;
  /** Share of the pool relative to others. Above zero. */
  readonly weight: number;
  /** At most this many occupy the pool at once. */
  readonly limit: number;
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

/** Who is next: the smallest start tag among the artists that may have one more; `null` when nobody waits or may. */
export function nextRelease(queue: FairQueue): Release | null {
  let best: Release | null = null;
  for (const flow of queue.flows.values()) {
    const job = flow.waiting[0];
    if (job === undefined || flow.inflight >= flow.limit) continue;
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
  if (job.paidTag === null) flow.lastFinish = tag + job.cost / flow.weight;
  queue.virtualTime = Math.max(queue.virtualTime, tag);
  return next;
}

/** One of `flow` is done after `actual` seconds where `estimate` was accounted. Changes `flow`. */
export function complete(flow: Flow, actual: number, estimate: number): void {
  flow.inflight -= 1;
  flow.lastFinish = Math.max(0, flow.lastFinish + (actual - estimate) / flow.weight);
}

/**
 * The next `most` releases in their order, as one call of `release` after another would give them. Changes `queue`. Ends
 * before a release of an artist in `cut`, of whom more waits than `queue` shows, once what it shows of them is used up.
 */
export function releases(queue: FairQueue, most: number, cut: ReadonlySet<string> = new Set()): Release[] {
  const picked: Release[] = [];
  while (picked.length < most) {
    const next = release(queue);
    if (next === null) break;
    picked.push(next);
    const { flow } = next;
    if (flow.waiting.length === 0 && flow.inflight < flow.limit && cut.has(flow.id)) break;
  }
  return picked;
}
