import { release, type FairQueue, type Flow, type Release } from './fair-order';

/** One clip that occupies a place now, and how long it is expected to stay there. */
export interface Running {
  readonly flowId: string;
  readonly remainingSeconds: number;
}

export interface Forecast {
  /** 1 = next to start. Counts everything that starts before it, in fair order. */
  readonly position: number;
  readonly aheadOwn: number;
  readonly aheadOthers: number;
  /** Seconds until it starts, as if nothing else arrived. */
  readonly startsInSeconds: number;
}

const copyOf = (queue: FairQueue): FairQueue => ({
  virtualTime: queue.virtualTime,
  flows: new Map([...queue.flows].map(([id, flow]) => [id, { ...flow, waiting: [...flow.waiting] }])),
});

/**
 * When `jobId` will start: plays the release order forward over `slots` places, each clip taking its estimate times
 * `pace`. `null` when it does not wait, or when there is no place at all. Leaves `queue` as it is.
 */
export function forecast(
  queue: FairQueue,
  running: readonly Running[],
  { jobId, slots, pace }: { jobId: string; slots: number; pace: number },
): Forecast | null {
  if (slots < 1) return null;
  const model = copyOf(queue);
  const own = [...model.flows.values()].find((flow) => flow.waiting.some((job) => job.id === jobId));
  if (own === undefined) return null;
  const places = running.map(({ flowId, remainingSeconds }) => ({ flowId, until: remainingSeconds * pace }));
  let now = 0;
  let aheadOwn = 0;
  let aheadOthers = 0;
  for (;;) {
    const next = places.length < slots ? release(model) : null;
    if (next === null) {
      places.sort((a, b) => a.until - b.until);
      const done = places.shift();
      if (done === undefined) return null; // nobody may start and nothing runs: a cap of zero
      now = Math.max(now, done.until);
      leave(model.flows.get(done.flowId));
      continue;
    }
    if (next.job.id === jobId)
      return { position: aheadOwn + aheadOthers + 1, aheadOwn, aheadOthers, startsInSeconds: now };
    if (next.flow === own) aheadOwn += 1;
    else aheadOthers += 1;
    places.push({ flowId: next.flow.id, until: now + durationOf(next, pace) });
  }
}

const durationOf = (next: Release, pace: number): number => Math.max(1, next.job.cost) * pace;

function leave(flow: Flow | undefined): void {
  if (flow !== undefined && flow.inflight > 0) flow.inflight -= 1;
}

/** Measured durations stray from the estimate: half of them end by 1.0 of it, nine of ten by about 1.8. */
export const PACE = { p50: 1, p90: 1.8 } as const;
