import { caughtUp, liesBehind, type ProgramCap } from './fair-order';
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
  /** Whose cap it is under as well, where its programme has one. */
  readonly programId?: string;
}

/** A clip that somebody submitted a while ago, as an example of what will come. */
export interface Example {
  readonly flowId: string;
  readonly programId?: string;
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
  /** Programmes that have a cap, with what they have under way in all pools; absent: none has. */
  readonly programs?: ReadonlyMap<string, Readonly<ProgramCap>>;
}

/** One way in which it may go on. */
export interface Course {
  readonly lasts: (expected: Expected) => number;
  readonly remains: (clip: RunningClip) => number;
  /** Clips still to come, by their time from now; called again for the next after each. */
  readonly nextArrival: () => { readonly at: number; readonly clip: Example } | null;
}

/** A programme with a cap, as the play goes on. */
interface Shared extends ProgramCap {
  /** Artists who would be next, were there room for one more of their programme. */
  readonly held: Heap<Offer>;
  readonly players: Player[];
}

interface Player {
  readonly state: FlowState;
  readonly program: Shared | undefined;
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

const isBefore = (a: Offer, b: Offer): boolean => a.tag < b.tag || (a.tag === b.tag && a.seq < b.seq);

/** The pool played forward in start-time-fair order (domain/fair-order.ts), fast enough for hundreds of thousands. */
class Play {
  private readonly players = new Map<string, Player>();
  private readonly programs = new Map<string, Shared>();
  private readonly offers = new Heap<Offer>(isBefore);
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
    this.openPrograms();
    for (const state of pool.flows) this.player(state);
    for (const clip of pool.running) {
      const player = this.inPool(clip.flowId);
      this.enter(player);
      const remains = course.remains(clip);
      this.occupy(player, remains, clip.elapsedSeconds + remains - clip.cost);
    }
    this.released = pool.waiting.filter((clip) => clip.isReleased);
    for (const { flowId } of this.released) this.enter(this.inPool(flowId));
    for (const clip of pool.waiting) {
      if (clip.isReleased) continue;
      const player = this.inPool(clip.flowId);
      (clip.isThrottled ? player.throttled : player.queue).push(clip);
    }
    for (const player of this.players.values()) this.offer(player);
    for (const program of this.programs.values()) if (program.inflight < program.limit) this.catchUp(program);
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

  /** What a programme has under way in other pools is taken to stay; at least one place is taken to be left for this one. */
  private openPrograms(): void {
    const here = new Map<string, number>();
    const programOf = new Map(this.pool.flows.map(({ id, programId }) => [id, programId]));
    for (const clip of [...this.pool.running, ...this.pool.waiting.filter(({ isReleased }) => isReleased)]) {
      const id = programOf.get(clip.flowId);
      if (id !== undefined) here.set(id, (here.get(id) ?? 0) + 1);
    }
    for (const [id, { limit, inflight }] of this.pool.programs ?? []) {
      const own = here.get(id) ?? 0;
      this.programs.set(id, {
        limit: Math.max(1, limit - Math.max(0, inflight - own)),
        inflight: 0,
        held: new Heap<Offer>(isBefore),
        players: [],
      });
    }
  }

  private player(state: FlowState): Player {
    const program = state.programId === undefined ? undefined : this.programs.get(state.programId);
    const player = {
      state, program, queue: [], head: 0, throttled: [], throttledHead: 0, inflight: 0, lastFinish: state.lastFinish, offer: 0, isOffered: false,
    }; // prettier-ignore
    this.players.set(state.id, player);
    program?.players.push(player);
    return player;
  }

  private inPool(id: string, programId?: string): Player {
    const stranger = {
      id,
      weight: 1,
      limit: Infinity,
      lastFinish: 0,
      ...(programId === undefined ? {} : { programId }),
    };
    return this.players.get(id) ?? this.player(stranger);
  }

  private enter(player: Player): void {
    player.inflight += 1;
    if (player.program !== undefined) player.program.inflight += 1;
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
    const next = this.nextOffer();
    if (next === undefined) return undefined;
    const { player, tag } = next;
    const clip = player.queue[player.head] as WaitingClip;
    player.head += 1;
    player.isOffered = false;
    this.enter(player);
    if (clip.paidTag === null) player.lastFinish = tag + clip.cost / player.state.weight;
    this.virtualTime = Math.max(this.virtualTime, tag);
    this.offer(player);
    const { program } = player;
    if (program !== undefined && program.inflight < program.limit) this.catchUp(program);
    return clip;
  }

  /** One of a programme is done: who of those held comes first is offered again. */
  private makeRoom(program: Shared): void {
    program.inflight -= 1;
    this.catchUp(program);
    let next = program.held.pop();
    while (next !== undefined && next.number !== next.player.offer) next = program.held.pop();
    if (next !== undefined) this.offers.push(next);
  }

  /** As `catchUp` of the fair order, before a programme that was held back is released from. */
  private catchUp(program: Shared): void {
    const waiting = program.players.flatMap((player) => {
      const head = player.queue[player.head];
      return head === undefined ? [] : [{ player, head, tag: Math.max(head.arrival, player.lastFinish) }];
    });
    const fresh = waiting.filter(({ head }) => head.paidTag === null);
    const isBehind = fresh.some(({ player, head, tag }) =>
      liesBehind(this.virtualTime, tag, head.cost, player.state.weight),
    );
    if (!isBehind) return;
    const behind = this.virtualTime - fresh.reduce((least, { tag }) => Math.min(least, tag), Infinity);
    for (const { player, head } of waiting) {
      const { lastFinish } = player;
      player.lastFinish = caughtUp({ lastFinish, arrival: head.arrival }, this.virtualTime, behind);
      player.isOffered = false;
      this.offer(player);
    }
  }

  /** The smallest tag in force; those of programmes that are full are held until one of theirs is done. */
  private nextOffer(): Offer | undefined {
    for (let next = this.offers.pop(); next !== undefined; next = this.offers.pop()) {
      const { program } = next.player;
      if (next.number !== next.player.offer) continue;
      if (program === undefined || program.inflight < program.limit) return next;
      program.held.push(next);
    }
    return undefined;
  }

  private leave(): void {
    const place = this.places.pop() as Place;
    const { player } = place;
    this.now = place.until;
    player.inflight -= 1;
    if (player.program !== undefined) this.makeRoom(player.program);
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

  private arrive({ flowId, programId, cost, expected }: Example): void {
    const player = this.inPool(flowId, programId);
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
