import type { Chance } from './chance';
import { normal } from './chance';
import { Heap } from './heap';
import type { Expected } from './pace';

/** One clip of the pool that has not ended. */
export interface OpenClip {
  readonly id: string;
  readonly flowId: string;
  /** Order of submission over all artists. */
  readonly seq: number;
  /** Estimated seconds: what the fair order accounts. */
  readonly cost: number;
  readonly expected: Expected;
}

export interface WaitingClip extends OpenClip {
  /** Virtual time of the pool when it joined the queue. */
  readonly arrival: number;
  /** Its tag when it was released before and came back. */
  readonly paidTag: number | null;
  /** Over its artist's own cap: it joins when one of theirs is done. */
  readonly isThrottled: boolean;
  /** Released to the workers; none has taken it yet. */
  readonly isReleased: boolean;
}

export interface RunningClip extends OpenClip {
  readonly elapsedSeconds: number;
  /** 0 … 1 */
  readonly progress: number;
}

/** One artist in the pool. */
export interface FlowState {
  readonly id: string;
  readonly weight: number;
  /** Cap on what occupies the pool or waits for it at once; beyond that clips are throttled. */
  readonly limit: number;
  readonly lastFinish: number;
}

/** A clip that somebody submitted a while ago, as an example of what will come. */
export interface Example {
  readonly flowId: string;
  readonly agoSeconds: number;
  readonly cost: number;
  readonly expected: Expected;
}

/** A pool as it stands. */
export interface PoolState {
  readonly virtualTime: number;
  readonly slots: number;
  readonly flows: readonly FlowState[];
  readonly waiting: readonly WaitingClip[];
  readonly running: readonly RunningClip[];
}

/** One way in which it may go on. */
export interface Course {
  readonly lasts: (expected: Expected) => number;
  readonly remains: (clip: RunningClip) => number;
  /** Clips still to come, by their time from now; called again for the next after each. */
  readonly nextArrival: () => { readonly at: number; readonly clip: Example } | null;
}

interface Player {
  readonly state: FlowState;
  readonly queue: WaitingClip[];
  head: number;
  readonly throttled: WaitingClip[];
  throttledHead: number;
  inflight: number;
  lastFinish: number;
  /** The offer in force; one of an earlier number is stale. */
  offer: number;
  isOffered: boolean;
}

interface Offer {
  readonly player: Player;
  readonly tag: number;
  readonly seq: number;
  readonly number: number;
}

interface Place {
  readonly until: number;
  readonly player: Player;
  /** Seconds it took beyond what the fair order accounted. */
  readonly beyond: number;
}

/** The course that takes every clip at its median and nobody else arriving: for positions. */
export const PLAIN: Course = {
  lasts: ({ median }) => median,
  remains: (clip) => remainder(clip, Math.max(clip.expected.median, clip.elapsedSeconds * 1.1)),
  nextArrival: () => null,
};

/** Requests of late, as a source of those to come. */
export interface History {
  /** Clips of one artist that came together; groups are what comes again. */
  readonly groups: readonly (readonly Example[])[];
  readonly windowSeconds: number;
  /** Deviation of the logarithm of how busy it is: large when a few requests made most of the work. */
  readonly doubt: number;
}

/** A course drawn by chance: durations from what was learned, arrivals like those of `history`. */
export function courseOf(chance: Chance, history: History): Course {
  const lasts = ({ median, spread }: Expected): number => median * Math.exp(spread * normal(chance));
  return {
    lasts,
    remains: (clip) => remainder(clip, totalBeyond(clip, lasts)),
    nextArrival: replay(history, chance),
  };
}

const TRIES = 8;

/** A duration of a clip that is known to take longer than it already has. */
function totalBeyond({ expected, elapsedSeconds }: RunningClip, lasts: Course['lasts']): number {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const total = lasts(expected);
    if (total > elapsedSeconds) return total;
  }
  return elapsedSeconds * 1.15;
}

/** What its progress says counts the more the further it is. */
function remainder({ elapsedSeconds, progress }: RunningClip, total: number): number {
  const byTime = Math.max(0.5, total - elapsedSeconds);
  if (progress <= 0 || elapsedSeconds <= 0) return byTime;
  return progress * ((elapsedSeconds * (1 - progress)) / progress) + (1 - progress) * byTime;
}

/** Clips of one artist that came within this time of each other come together again. */
const TOGETHER_SECONDS = 5;

/** What `examples` say of the time to come; `least` and `most` bound how far back they are taken to reach. Seconds. */
export function historyOf(examples: readonly Example[], least: number, most: number): History {
  const groups = groupsOf(examples);
  const work = groups.map((group) => group.reduce((sum, { expected }) => sum + expected.median, 0));
  const [all, squares] = [
    work.reduce((sum, one) => sum + one, 0),
    work.reduce((sum, one) => sum + one * one, 0),
  ];
  const oldest = examples.reduce((age, { agoSeconds }) => Math.max(age, agoSeconds), 0);
  return {
    groups,
    windowSeconds: Math.max(least, Math.min(most, oldest)),
    doubt: all === 0 ? 0 : Math.sqrt(squares) / all,
  };
}

function groupsOf(examples: readonly Example[]): Example[][] {
  const groups: Example[][] = [];
  const latest = new Map<string, Example[]>();
  for (const clip of examples.toSorted((a, b) => b.agoSeconds - a.agoSeconds)) {
    const group = latest.get(clip.flowId);
    if (group !== undefined && (group.at(-1) as Example).agoSeconds - clip.agoSeconds <= TOGETHER_SECONDS)
      group.push(clip);
    else {
      const fresh = [clip];
      latest.set(clip.flowId, fresh);
      groups.push(fresh);
    }
  }
  return groups;
}

/** How often something comes that comes `rate` times on average (Knuth). */
function poisson(chance: Chance, rate: number): number {
  const limit = Math.exp(-rate);
  let count = 0;
  for (let product = chance(); product > limit; product *= chance()) count += 1;
  return count;
}

/**
 * Requests as in the window, each at any moment and any number of times, once on average: what happened to come is itself
 * only a sample of what could have. How busy it is altogether is known the less, the fewer made most of the work.
 */
function replay({ groups, windowSeconds, doubt }: History, chance: Chance): Course['nextArrival'] {
  const busy = Math.exp(doubt * normal(chance));
  let window = -1;
  let drawn: { at: number; clip: Example }[] = [];
  let index = 0;
  const draw = (): void => {
    window += 1;
    index = 0;
    drawn = [];
    for (const group of groups) {
      for (let times = poisson(chance, busy); times > 0; times -= 1) {
        const at = (window + chance()) * windowSeconds;
        for (const clip of group) drawn.push({ at, clip });
      }
    }
    drawn.sort((a, b) => a.at - b.at);
  };
  return () => {
    if (groups.length === 0) return null;
    while (index >= drawn.length) draw();
    const next = drawn[index] as { at: number; clip: Example };
    index += 1;
    return next;
  };
}

/** The pool played forward in start-time-fair order (domain/fair-order.ts), fast enough for hundreds of thousands. */
class Play {
  private readonly players = new Map<string, Player>();
  private readonly offers = new Heap<Offer>((a, b) => a.tag < b.tag || (a.tag === b.tag && a.seq < b.seq));
  private readonly places = new Heap<Place>((a, b) => a.until < b.until);
  private readonly released: WaitingClip[];
  private virtualTime: number;
  private now = 0;
  private extraSeq = Number.MAX_SAFE_INTEGER / 2;

  constructor(
    private readonly pool: PoolState,
    private readonly course: Course,
    /** Told of each clip that was there at the outset; `true` ends the play. */
    private readonly onStart: (clip: WaitingClip, at: number, lasts: number) => boolean,
  ) {
    this.virtualTime = pool.virtualTime;
    for (const state of pool.flows) this.player(state);
    for (const clip of pool.running) {
      const player = this.inPool(clip.flowId);
      player.inflight += 1;
      const remains = course.remains(clip);
      this.occupy(player, remains, clip.elapsedSeconds + remains - clip.cost);
    }
    this.released = pool.waiting.filter((clip) => clip.isReleased);
    for (const { flowId } of this.released) this.inPool(flowId).inflight += 1;
    for (const clip of pool.waiting) {
      if (clip.isReleased) continue;
      const player = this.inPool(clip.flowId);
      (clip.isThrottled ? player.throttled : player.queue).push(clip);
    }
    for (const player of this.players.values()) this.offer(player);
  }

  run(): void {
    let remaining = this.pool.waiting.length;
    let arrival = this.course.nextArrival();
    while (remaining > 0) {
      while (this.places.size < this.pool.slots) {
        const clip = this.released.shift() ?? this.take();
        if (clip === undefined) break;
        const lasts = this.course.lasts(clip.expected);
        this.occupy(this.inPool(clip.flowId), lasts, lasts - clip.cost);
        if (clip.seq >= Number.MAX_SAFE_INTEGER / 2) continue;
        remaining -= 1;
        if (this.onStart(clip, this.now, lasts) || remaining === 0) return;
      }
      const place = this.places.peek();
      // Nobody may start and nothing runs: a cap of zero, which no later arrival lifts.
      if (place === undefined && this.offers.size === 0) return;
      if (arrival !== null && (place === undefined || arrival.at < place.until)) {
        this.now = arrival.at;
        this.arrive(arrival.clip);
        arrival = this.course.nextArrival();
      } else if (place !== undefined) this.leave();
    }
  }

  private player(state: FlowState): Player {
    const player = {
      state, queue: [], head: 0, throttled: [], throttledHead: 0, inflight: 0, lastFinish: state.lastFinish, offer: 0, isOffered: false,
    }; // prettier-ignore
    this.players.set(state.id, player);
    return player;
  }

  private inPool(id: string): Player {
    return this.players.get(id) ?? this.player({ id, weight: 1, limit: Infinity, lastFinish: 0 });
  }

  private occupy(player: Player, seconds: number, beyond: number): void {
    this.places.push({ until: this.now + seconds, player, beyond });
  }

  /** Puts the head of an artist's queue up for release, once, under the tag it has now. */
  private offer(player: Player): void {
    const head = player.queue[player.head];
    if (player.isOffered || head === undefined || player.inflight >= player.state.limit) return;
    player.isOffered = true;
    const tag = head.paidTag ?? Math.max(head.arrival, player.lastFinish);
    player.offer += 1;
    this.offers.push({ player, tag, seq: head.seq, number: player.offer });
  }

  private take(): WaitingClip | undefined {
    let next = this.offers.pop();
    while (next !== undefined && next.number !== next.player.offer) next = this.offers.pop();
    if (next === undefined) return undefined;
    const { player, tag } = next;
    const clip = player.queue[player.head] as WaitingClip;
    player.head += 1;
    player.isOffered = false;
    player.inflight += 1;
    if (clip.paidTag === null) player.lastFinish = tag + clip.cost / player.state.weight;
    this.virtualTime = Math.max(this.virtualTime, tag);
    this.offer(player);
    return clip;
  }

  private leave(): void {
    const place = this.places.pop() as Place;
    const { player } = place;
    this.now = place.until;
    player.inflight -= 1;
    player.lastFinish = Math.max(0, player.lastFinish + place.beyond / player.state.weight);
    player.isOffered = false;
    const next = player.throttled[player.throttledHead];
    const active = player.queue.length - player.head + player.inflight;
    if (next !== undefined && active < player.state.limit) {
      player.throttledHead += 1;
      player.queue.push({ ...next, arrival: this.virtualTime });
    }
    this.offer(player);
  }

  private arrive({ flowId, cost, expected }: Example): void {
    const player = this.inPool(flowId);
    this.extraSeq += 1;
    const clip = {
      id: '', flowId, seq: this.extraSeq, cost, expected, arrival: this.virtualTime, paidTag: null, isReleased: false, isThrottled: false,
    }; // prettier-ignore
    const active = player.queue.length - player.head + player.inflight;
    const isThrottled = active >= player.state.limit || player.throttledHead < player.throttled.length;
    (isThrottled ? player.throttled : player.queue).push(clip);
    this.offer(player);
  }
}

/** Plays `pool` forward along `course`; tells `onStart` each clip that waits, when it starts and how long it then takes. */
export function play(
  pool: PoolState,
  course: Course,
  onStart: (clip: WaitingClip, at: number, lasts: number) => boolean,
): void {
  if (pool.slots > 0) new Play(pool, course, onStart).run();
}
