import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import { Settings } from '../../../platform/config/settings';
import { FfmpegLocator } from '../../../platform/media/ffmpeg';
import { Database, type Tx } from '../../../platform/db/database';
import { WorkerKeysService, type WorkerToken } from '../../access';
import { generationRefusals } from '../contract';
import { workerWorkflow, type WorkerState, type WorkerVerb } from '../domain/worker.workflow';
import { ProviderRegistry } from '../providers/registry.provider';
import type { RegisterBody, RegisteredView, StandingView, WorkerTokenView } from './worker.dto';
import { WorkerRepository } from './worker.repository';

/** Heartbeats that may get lost before a lease runs out. */
const BEATS_PER_LEASE = 4;

const tokenView = ({ token, expiresAt }: WorkerToken): WorkerTokenView => ({
  token,
  tokenExpiresAt: expiresAt.toISOString(),
});

/** Workers coming and going. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly db: Database,
    private readonly workers: WorkerRepository,
    private readonly keys: WorkerKeysService,
    private readonly providers: ProviderRegistry,
    private readonly settings: Settings,
    private readonly ffmpeg: FfmpegLocator,
  ) {}

  /**
   * Exchanges a key for a token, and tells what the worker can do. A start after its own drain makes it active again;
   * what a person or the clock has stopped stays stopped. Refuses `pool_unknown`, and
   * `no_intake` while nothing here could look at what the worker makes.
   */
  async register(me: Actor, { name, version, slots, capabilities }: RegisterBody): Promise<RegisteredView> {
    const keyId = keyOf(me);
    const pool = await this.keys.poolOf(keyId);
    if (!this.providers.pools().includes(pool)) throw refusal(generationRefusals, 'pool_unknown', { pool });
    const finding = await this.ffmpeg.find();
    if (!finding.found || !finding.ffmpeg.mayDecodeUntrusted) throw refusal(generationRefusals, 'no_intake');
    return this.db.tx(async (tx) => {
      const draft = { id: newId('wrk'), keyId, name, pool, slots, version, capabilities };
      const workerId = await this.workers.upsert(tx, draft);
      const state = await this.start(tx, { ...me, id: workerId });
      const token = await this.keys.issue(tx, { keyId, workerId });
      const { leaseSeconds } = this.settings;
      const heartbeatSeconds = leaseSeconds / BEATS_PER_LEASE;
      return { workerId, pool, state, leaseSeconds, heartbeatSeconds, ...tokenView(token) };
    });
  }

  /** A new token in good time before the old one ends. */
  async renew(me: Actor): Promise<WorkerTokenView> {
    const worker = { keyId: keyOf(me), workerId: me.id };
    return tokenView(await this.db.tx((tx) => this.keys.issue(tx, worker)));
  }

  /** No more clips; those in hand are finished. */
  async drain(me: Actor): Promise<StandingView> {
    return this.step(me, 'drain');
  }

  /** The worker ends. What it still has in hand runs out by itself. */
  async leave(me: Actor): Promise<StandingView> {
    return this.step(me, 'leave');
  }

  private async start(tx: Tx, me: Actor): Promise<WorkerState> {
    const row = await this.workers.lock(tx, me.id);
    if (row === null) throw refusal(generationRefusals, 'not_found');
    const decision = decide(workerWorkflow, row.state, 'start', me, { isOwnWish: row.stateBy === me.id });
    if (decision.kind !== 'move') return row.state;
    await this.workers.move(
      tx,
      { id: me.id, verb: 'start', from: row.state, to: decision.to, actor: me },
      null,
    );
    return decision.to;
  }

  private async step(me: Actor, verb: WorkerVerb): Promise<StandingView> {
    return this.db.tx(async (tx) => {
      const row = await this.workers.lock(tx, me.id);
      if (row === null) throw refusal(generationRefusals, 'not_found');
      // Stopped already, by whomever: that is all that this worker wants.
      if (row.state === 'maintenance' || row.state === 'gone') return { state: row.state };
      const decision = decide(workerWorkflow, row.state, verb, me, { isOwnWish: true });
      if (decision.kind === 'refused')
        throw refusedMove(generationRefusals, decision.code, workerWorkflow, row.state, verb);
      if (decision.kind === 'already') return { state: row.state };
      const move = { id: me.id, verb, from: row.state, to: decision.to, actor: me };
      await this.workers.move(tx, move, 'The worker asked for it.');
      return { state: decision.to };
    });
  }
}

function keyOf(me: Actor): string {
  if (me.keyId === null) throw new Error('a worker comes with a key');
  return me.keyId;
}
