import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { refusal } from '../../kernel/refusal';
import { decide, refusedMove } from '../../kernel/workflow';
import type { Tx } from '../../platform/db/database';
import { Outbox } from '../../platform/outbox/outbox';
import { ClosingService } from './closing.service';
import { generationMoved, generationRefusals } from './contract';
import {
  effectsOf,
  generationWorkflow,
  isEnd,
  type GenerationState,
  type GenerationVerb,
} from './domain/generation.workflow';
import type { GenerationEntity } from './generation.entity';
import { GenerationRepository, type GenerationChange } from './generation.repository';
import { DispatchBell } from './pool/bell.service';
import { FlowRepository } from './pool/flow.repository';
import { LeaseRepository } from './pool/lease.repository';

const said = ({ failureMessage }: GenerationChange): string =>
  typeof failureMessage === 'string' ? failureMessage : '';

/**
 * The one way a generation changes its state. What a move means elsewhere (place in the pool, credits, lease, event)
 * happens here, in the same transaction, whoever asked for it.
 */
@Injectable()
export class MoveService {
  constructor(
    private readonly generations: GenerationRepository,
    private readonly flows: FlowRepository,
    private readonly leases: LeaseRepository,
    private readonly closing: ClosingService,
    private readonly outbox: Outbox,
    private readonly bell: DispatchBell,
  ) {}

  /** Locks flow, then generation: the order every transaction keeps. Refuses `not_found`. */
  async lock(tx: Tx, id: string): Promise<GenerationEntity> {
    if (!(await this.flows.lockOf(tx, id))) throw refusal(generationRefusals, 'not_found');
    const row = await this.generations.lock(tx, id);
    if (row === null) throw refusal(generationRefusals, 'not_found');
    return row;
  }

  /**
   * Takes `verb` on a row locked by `lock`, writing `change` with it. `false`: it is there already. Refuses
   * `wrong_state` and `not_allowed`.
   */
  async act(
    tx: Tx,
    row: GenerationEntity,
    verb: GenerationVerb,
    actor: Actor,
    change: GenerationChange = {},
  ): Promise<boolean> {
    const decision = decide(generationWorkflow, row.state, verb, actor, {});
    if (decision.kind === 'refused') {
      throw refusedMove(generationRefusals, decision.code, generationWorkflow, row.state, verb);
    }
    if (decision.kind === 'already') return false;
    const { to } = decision;
    const isMoved = await this.generations.move(tx, { id: row.id, verb, from: row.state, to, actor });
    if (!isMoved) throw new Error(`generation ${row.id} moved under its lock`);
    await this.generations.change(tx, row.id, {
      ...change,
      ...(isEnd(to) ? { finishedAt: () => 'now()' } : {}),
    });
    await this.carryOut(tx, row, to);
    if (to === 'refused') await this.closing.giveReasons(tx, row, said(change));
    if (isEnd(to)) await this.tell(tx, row, verb, to);
    return true;
  }

  /** Those of `clips` whose key lies in quarantine: they must not start. */
  async listStopped(
    tx: Tx | null,
    clips: readonly Pick<GenerationEntity, 'id' | 'keyId'>[],
  ): Promise<ReadonlySet<string>> {
    return this.closing.listStopped(tx, clips);
  }

  private async carryOut(tx: Tx, row: GenerationEntity, to: GenerationState): Promise<void> {
    const { inflight, credits, endsLease } = effectsOf(row.state, to);
    if (inflight !== 0) {
      const settled = isEnd(to) ? { cost: row.costSeconds, startedAt: row.startedAt } : null;
      await this.flows.shift(tx, row, inflight, settled);
    }
    if (endsLease) await this.leases.end(tx, row.id);
    if (credits === 'settle') throw new Error('what is delivered goes through SuccessService');
    if (credits === 'release') await this.closing.release(tx, row);
    if (inflight < 0 || to === 'queued' || isEnd(to)) tx.afterCommit(() => this.bell.ring());
  }

  private async tell(
    tx: Tx,
    row: GenerationEntity,
    verb: GenerationVerb,
    to: GenerationState,
  ): Promise<void> {
    await this.outbox.add(tx, generationMoved, {
      generationId: row.id,
      enrollmentId: row.enrollmentId,
      programId: row.programId,
      personId: row.personId,
      verb,
      from: row.state,
      to,
    });
  }
}
