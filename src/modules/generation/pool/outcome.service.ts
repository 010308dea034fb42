import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { Database, type Tx } from '../../../platform/db/database';
import { verdictOf, type FaultCode } from '../domain/faults';
import { nextSeed, seedOriginOf } from '../domain/seed';
import type { GenerationEntity } from '../generation.entity';
import type { GenerationChange } from '../generation.repository';
import { MoveService } from '../move.service';
import { LeaseRepository } from './lease.repository';
import type { Claim } from './outcome.repository';
import { SuccessService, type Delivered } from './success.service';

export type { Claim } from './outcome.repository';
export type { Delivered } from './success.service';

interface Fault {
  readonly code: FaultCode;
  readonly message: string;
  readonly retryAfter: number | null;
}

const LOST = { code: 'LOST_WORKER', message: 'The worker that rendered this clip was lost.' } as const;
const BACK: GenerationChange = { progress: 0, startedAt: null };

/** The same seed would likely give the same unusable result. Whoever chose theirs gets no other one. */
const otherSeed = (row: GenerationEntity, faults: number): GenerationChange =>
  seedOriginOf(row) === 'chosen' ? {} : { seed: BigInt(nextSeed(row.id, faults)) };

/**
 * What comes of a render. Every method asks first whether the lease is still the one in force: a result under an old
 * fence changes nothing and answers `false`.
 */
@Injectable()
export class OutcomeService {
  constructor(
    private readonly db: Database,
    private readonly leases: LeaseRepository,
    private readonly moves: MoveService,
    private readonly successes: SuccessService,
  ) {}

  /** The picture is there; what follows is checking and storing it. `upload`: the checksum of a remote worker's file. */
  async finish(claim: Claim, upload: string | null = null): Promise<boolean> {
    if (await this.successes.finish(claim, upload)) return true;
    // Said before, or too late: whoever says it hears which.
    return this.under(claim, (tx, row) => this.moves.act(tx, row, 'finish', SYSTEM, { progress: 990 }));
  }

  /** Delivered: files, their origin, charge and event in one transaction. */
  async succeed(claim: Claim, delivered: Delivered, model: string): Promise<boolean> {
    const answer = await this.successes.succeed(claim, delivered, model);
    if (answer === 'wrong')
      throw new Error(`clip ${claim.generationId} was delivered before it was finished`);
    return answer === 'done';
  }

  /** One attempt failed; the table of faults says what follows. */
  async fault(
    claim: Claim,
    code: FaultCode,
    message: string,
    retryAfter: number | null = null,
  ): Promise<boolean> {
    return this.under(claim, (tx, row) => this.fail(tx, row, { code, message, retryAfter }));
  }

  /** The worker was not heard of in time. One that has renewed its lease meanwhile keeps it. */
  async lose(claim: Claim): Promise<boolean> {
    return this.under(claim, async (tx, row, { isExpired }) => {
      if (!isExpired) return;
      await this.leases.noteLoss(tx, row.id, claim.fence);
      await this.fail(tx, row, { ...LOST, retryAfter: null });
    });
  }

  /** Hands the clip back unfinished because this process stops; that is nobody's fault. */
  async giveBack(claim: Claim): Promise<boolean> {
    return this.under(claim, (tx, row) => this.moves.act(tx, row, 'retry', SYSTEM, BACK));
  }

  /** The deadline has passed: the artist need not wait any longer, and pays nothing. */
  async abort(claim: Claim): Promise<boolean> {
    return this.under(claim, (tx, row) =>
      this.moves.act(tx, row, 'abort', SYSTEM, {
        failureCode: 'DEADLINE',
        failureMessage: 'This clip took far longer than estimated and was stopped. Nothing was charged.',
      }),
    );
  }

  private async fail(tx: Tx, row: GenerationEntity, fault: Fault): Promise<void> {
    const { code } = fault;
    const verdict = verdictOf(code, fault.message, row.faults, fault.retryAfter);
    const { faults } = verdict;
    if (verdict.verb === 'retry') {
      const notBefore = (): string => `now() + interval '${verdict.delaySeconds} seconds'`;
      await this.moves.act(tx, row, 'retry', SYSTEM, {
        ...BACK,
        ...(code === 'BAD_OUTPUT' ? otherSeed(row, faults) : {}),
        faults,
        notBefore,
      });
    } else {
      const failure = { faults, failureCode: code, failureMessage: verdict.message };
      await this.moves.act(tx, row, verdict.verb, SYSTEM, failure);
    }
  }

  private async under(
    { generationId, fence }: Claim,
    work: (tx: Tx, row: GenerationEntity, lease: { isExpired: boolean }) => Promise<unknown>,
  ): Promise<boolean> {
    return this.db.tx(async (tx) => {
      const row = await this.moves.lock(tx, generationId);
      const lease = await this.leases.lockHeld(tx, generationId, fence);
      if (lease === null) return false;
      await work(tx, row, lease);
      return true;
    });
  }
}
