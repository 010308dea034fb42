import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { Database, type Tx } from '../../../platform/db/database';
import {
  isBehind,
  releases,
  type FairQueue,
  type Flow,
  type ProgramCap,
  type Release,
} from '../domain/fair-order';
import { stepOf } from '../domain/generation.workflow';
import type { RenderJob } from '../generation.jobs';
import { MoveService } from '../move.service';
import { DispatchBell, ReleaseBell } from './bell.service';
import { FlowRepository, type Account, type Glance, type Head, type Round } from './flow.repository';
import { ProgramCapService, type ProgramCaps } from './program-cap.service';

/** Clips of one artist that a round looks at. Whoever has more to release is looked at again in the next one. */
const DEEP = 32;
const START_STEP = stepOf('start', 'queued');
const UNTHROTTLE_STEP = stepOf('unthrottle', 'throttled');

/** What a round goes by: what the pool has room for, and what it may hold. */
interface Frame {
  readonly pool: string;
  readonly virtualTime: number;
  readonly places: number;
  readonly caps: ProgramCaps;
}

/** Who may start: the rule of domain/fair-order.ts, carried out on the rows. */
@Injectable()
export class ReleaseService {
  constructor(
    private readonly db: Database,
    private readonly flows: FlowRepository,
    private readonly caps: ProgramCapService,
    private readonly moves: MoveService,
    private readonly released: ReleaseBell,
    private readonly dispatch: DispatchBell,
  ) {}

  /** Whether there is anything to do in a pool, and for whom. */
  async glance(pool: string): Promise<Glance> {
    return this.flows.glance(pool);
  }

  /**
   * Lets throttled clips of artists who have room again join the queue, oldest first. They join at the present virtual
   * time: waiting behind one's own cap saves up no claim on others. Returns how many did.
   */
  async makeRoom(pool: string): Promise<number> {
    const artists = await this.flows.listRoom(pool);
    if (artists.length === 0) return 0;
    return this.db.tx(async (tx) => {
      await this.flows.lockAll(tx, pool, artists);
      return this.flows.unthrottle(tx, pool, artists, UNTHROTTLE_STEP);
    });
  }

  /**
   * Moves clips from queued to starting until every place of the pool's live workers, and `buffer` more, are taken, the
   * programmes have as much under way as they may, or `most` clips are released. Returns the jobs to enqueue
   * after the commit. A round that finds a programme behind, held back by its cap, only catches it up and rings for the next.
   */
  async release(tx: Tx, pool: string, buffer: number, most = Infinity): Promise<RenderJob[]> {
    const virtualTime = await this.flows.lockPool(tx, pool);
    const { slots, inflight } = await this.flows.countPlaces(pool, tx);
    const places = slots === 0 ? 0 : Math.min(most, slots + buffer - inflight);
    if (places <= 0) return [];
    const caps = await this.caps.lock(tx);
    const full = [...caps].filter(([, { limit, inflight: many }]) => many >= limit).map(([id]) => id);
    const heads = await this.flows.listHeads(tx, pool, { most: places, deep: DEEP, full });
    if (heads.length === 0) return [];
    const frame = { pool, virtualTime, places, caps };
    if (await this.catchUp(tx, frame, heads)) return [];
    const jobs = await this.start(tx, frame, heads);
    if (jobs.length > 0) tx.afterCommit(() => this.released.ring());
    // Not for want of clips: somebody has more of them than were looked at, or some ended at this very moment.
    if (jobs.length > 0 && jobs.length < places) tx.afterCommit(() => this.dispatch.ring());
    return jobs;
  }

  private async catchUp(tx: Tx, frame: Frame, heads: readonly Head[]): Promise<boolean> {
    const { pool, virtualTime, caps } = frame;
    if (caps.size === 0) return false;
    const flows = [...queueOf(frame, heads).flows.values()];
    const behind = flows.find((flow) => flow.program !== undefined && isBehind(virtualTime, flow));
    const programId = heads.find(({ flowId }) => flowId === behind?.id)?.programId;
    if (programId === undefined) return false;
    await this.flows.catchUp(tx, pool, programId, virtualTime);
    tx.afterCommit(() => this.dispatch.ring());
    return true;
  }

  /** Picks, locks what was picked, and picks again knowing what is true under the locks. */
  private async start(tx: Tx, frame: Frame, heads: readonly Head[]): Promise<RenderJob[]> {
    const { pool, places } = frame;
    const cut = cutOf(heads);
    // As many artists as were asked for: others may wait whom nobody has looked at.
    const isCut = new Set(heads.map(({ flowId }) => flowId)).size >= places;
    const first = releases(queueOf(frame, heads), places, cut, isCut);
    const accounts = await this.flows.lockAll(tx, pool, [...new Set(first.map(({ flow }) => flow.id))]);
    const waiting = await this.flows.lockQueued(
      tx,
      first.map(({ job }) => job.id),
    );
    const stopped = await this.moves.listStopped(tx, waiting);
    const isOurs = new Set(waiting.map(({ id }) => id).filter((id) => !stopped.has(id)));
    const gone = new Set(first.map(({ job }) => job.id).filter((id) => !isOurs.has(id)));
    const left = heads.filter(({ id }) => !gone.has(id));
    const second = releases(queueOf(frame, left, accounts), places, cut, isCut);
    // Where the two part, the rest is for the next round: nothing is started that is not locked.
    const until = second.findIndex(({ job }) => !isOurs.has(job.id));
    const picked = until < 0 ? second : second.slice(0, until);
    const attempts = await this.flows.start(tx, pool, roundOf(picked, accounts), START_STEP);
    // Its key was stopped while its submit was being written: the event found nothing to cancel yet.
    for (const id of stopped) await this.moves.act(tx, await this.moves.lock(tx, id), 'cancel', SYSTEM);
    return picked.flatMap(({ job }) => {
      const attempt = attempts.get(job.id);
      return attempt === undefined ? [] : [{ generationId: job.id, attempt }];
    });
  }
}

/** Artists of whom more may wait than was looked at. */
function cutOf(heads: readonly Head[]): Set<string> {
  const seen = new Map<string, number>();
  for (const { flowId } of heads) seen.set(flowId, (seen.get(flowId) ?? 0) + 1);
  return new Set([...seen].filter(([, count]) => count >= DEEP).map(([flowId]) => flowId));
}

function queueOf(
  { virtualTime, caps }: Frame,
  heads: readonly Head[],
  accounts: readonly Account[] = [],
): FairQueue {
  const known = new Map(accounts.map((account) => [account.flowId, account]));
  const programs = new Map([...caps].map(([id, cap]): [string, ProgramCap] => [id, { ...cap }]));
  const flows = new Map<string, Flow>();
  for (const head of heads) {
    const { flowId: id, weight, limit, inflight, lastFinish } = known.get(head.flowId) ?? head;
    const program = programs.get(head.programId);
    const flow = flows.get(id) ?? {
      id, weight, limit, inflight, lastFinish, waiting: [], ...(program === undefined ? {} : { program }),
    }; // prettier-ignore
    const { cost, arrival, paidTag } = head;
    flow.waiting.push({ id: head.id, seq: Number(head.seq), cost, arrival, paidTag });
    flows.set(id, flow);
  }
  return { virtualTime, flows };
}

/** What `picked` comes to for each artist, whose accounts were as in `accounts`. */
function roundOf(picked: readonly Release[], accounts: readonly Account[]): Round {
  const before = new Map(accounts.map((account) => [account.flowId, account]));
  const flows = new Map<string, Round['flows'][number]>();
  let virtualTime = 0;
  for (const { flow, job, tag } of picked) {
    const so = flows.get(flow.id) ?? {
      id: flow.id, more: 0, lastFinish: before.get(flow.id)?.lastFinish ?? flow.lastFinish,
    }; // prettier-ignore
    const lastFinish = job.paidTag === null ? tag + job.cost / flow.weight : so.lastFinish;
    flows.set(flow.id, { ...so, more: so.more + 1, lastFinish });
    virtualTime = Math.max(virtualTime, tag);
  }
  return {
    clips: picked.map(({ job, tag }) => ({ id: job.id, tag })),
    flows: [...flows.values()],
    virtualTime,
  };
}
