import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { available, decide, refusedMove } from '../../../kernel/workflow';
import { Database, type Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { generationRefusals, workerHeld } from '../contract';
import { LOSS_WINDOW_SECONDS, MOST_LOSSES, workerWorkflow, type WorkerVerb } from '../domain/worker.workflow';
import { SEEN_SECONDS } from '../pool/flow.repository';
import type { WorkerEntity } from '../pool/pool.entity';
import { DispatchBell } from '../pool/bell.service';
import { FLEET_VERBS, type FleetVerb, type HeldJobView, type WorkerView } from './fleet.dto';
import { StewardService } from '../pool/steward.service';
import { WorkerRepository, type JobRow } from './worker.repository';

/** The workers as their operators see and steer them, and the clock that stops one that keeps losing clips. */
@Injectable()
export class FleetService {
  constructor(
    private readonly db: Database,
    private readonly workers: WorkerRepository,
    private readonly stewards: StewardService,
    private readonly outbox: Outbox,
    private readonly bell: DispatchBell,
  ) {}

  /** Every remote worker that ever registered, by name. */
  async list(me: Actor): Promise<WorkerView[]> {
    const rows = await this.workers.listRemote();
    const jobs = await this.workers.listJobs(rows.map(({ id }) => id));
    return rows.map((row) =>
      workerView(
        row,
        jobs.filter(({ worker }) => worker === row.id),
        me,
      ),
    );
  }

  /** Refuses `not_found`, `wrong_state`, `not_allowed`. */
  async act(me: Actor, id: string, verb: FleetVerb, reason: string | null): Promise<WorkerView> {
    await this.db.tx(async (tx) => {
      await this.step(tx, me, id, verb, reason);
      tx.afterCommit(() => this.bell.ring());
    });
    const view = (await this.list(me)).find((worker) => worker.id === id);
    if (view === undefined) throw refusal(generationRefusals, 'not_found');
    return view;
  }

  /** Stops every worker that lost too many clips, and tells those who can look after it. How many. */
  async watch(): Promise<number> {
    const losers = await this.workers.listLosers(MOST_LOSSES, LOSS_WINDOW_SECONDS);
    if (losers.length === 0) return 0;
    const managers = await this.stewards.list();
    for (const { id, name, losses } of losers) {
      const reason = `It lost ${losses} clips within an hour: they were given to other workers, and nobody was charged twice.`;
      await this.db.tx(async (tx) => {
        if (!(await this.step(tx, SYSTEM, id, 'maintain', reason))) return;
        for (const personId of managers)
          await this.outbox.add(tx, workerHeld, { personId, workerId: id, name, losses });
      });
    }
    return losers.length;
  }

  /** `false`: it is there already. */
  private async step(
    tx: Tx,
    me: Actor,
    id: string,
    verb: WorkerVerb,
    reason: string | null,
  ): Promise<boolean> {
    const row = await this.workers.lock(tx, id);
    if (row === null) throw refusal(generationRefusals, 'not_found');
    const decision = decide(workerWorkflow, row.state, verb, me, { isOwnWish: false });
    if (decision.kind === 'refused')
      throw refusedMove(generationRefusals, decision.code, workerWorkflow, row.state, verb);
    if (decision.kind === 'already') return false;
    const move = { id, verb, from: row.state, to: decision.to, actor: me, note: { reason } };
    return this.workers.move(tx, move, verb === 'resume' ? null : reason);
  }
}

function workerView(row: WorkerEntity, jobs: readonly JobRow[], me: Actor): WorkerView {
  const { id, name, pool, version, keyId, state, reason, slots, lost, done, capabilities } = row;
  const verbs = available(workerWorkflow, state, me, { isOwnWish: false });
  return {
    id,
    pool,
    state,
    reason,
    slots,
    lost,
    done,
    name: name ?? id,
    version: version ?? '',
    keyId: keyId ?? '',
    stateSince: row.stateSince.toISOString(),
    lastSeenAt: row.seenAt.toISOString(),
    isConnected: state !== 'gone' && Date.now() - row.seenAt.getTime() < SEEN_SECONDS * 1_000,
    capabilities: capabilities as WorkerView['capabilities'],
    jobs: jobs.map(jobView),
    available: FLEET_VERBS.filter((verb) => verbs.includes(verb)),
  };
}

const jobView = ({ generationId, fence, phase, progress, ...at }: JobRow): HeldJobView => ({
  generationId,
  fence: Number(fence),
  phase,
  progress: progress / 1_000,
  takenAt: at.takenAt.toISOString(),
  leaseExpiresAt: at.expiresAt.toISOString(),
  deadlineAt: at.deadlineAt.toISOString(),
});
