import { Injectable, Logger } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { Database } from '../../../platform/db/database';
import { Settings } from '../../../platform/config/settings';
import { deadlineSeconds } from '../domain/clocks';
import type { GenerationEntity } from '../generation.entity';
import type { RenderJob } from '../generation.jobs';
import { MoveService } from '../move.service';
import { LeaseRepository, type Holder, type Right } from './lease.repository';
import { PredictionService } from '../waiting/prediction.service';
import { PresenceService } from './presence.service';

const BEAT_MS = 500;

/** A right that was just given out, with the clip as it was then. */
export interface Taken extends Right {
  readonly row: GenerationEntity;
}

/** Gives out the right to render one clip. */
@Injectable()
export class LeaseService {
  constructor(
    private readonly db: Database,
    private readonly leases: LeaseRepository,
    private readonly moves: MoveService,
    private readonly presence: PresenceService,
    private readonly predictions: PredictionService,
    private readonly settings: Settings,
  ) {}

  /** `null` when there is nothing to do: canceled, released anew, or in another worker's hands. */
  async take(job: RenderJob): Promise<HeldLease | null> {
    const taken = await this.grant(job, { worker: this.presence.workerId, claimId: null });
    // Only now: a transaction may run more than once, and a lease that beats must be one that was committed.
    return taken === null ? null : this.hold(taken);
  }

  /** Keeps a lease alive that somebody has: until `close`, it beats by itself. */
  hold({ row, fence }: Pick<Taken, 'row' | 'fence'>): HeldLease {
    return new HeldLease(row, fence, this.db, this.leases, this.settings.leaseSeconds);
  }

  /** As `take`, for a holder who renews it himself. */
  async grant({ generationId, attempt }: RenderJob, holder: Holder): Promise<Taken | null> {
    return this.db.tx(async (tx) => {
      const row = await this.moves.lock(tx, generationId);
      if (row.state !== 'starting' || row.attempt !== attempt) return null;
      // Its key was stopped since it was released.
      if (await this.moves.isKeyStopped(tx, row)) {
        await this.moves.act(tx, row, 'cancel', SYSTEM);
        return null;
      }
      const deadline = deadlineSeconds(row.costSeconds);
      const right = await this.leases.take(tx, generationId, holder, deadline);
      if (right === null) return null;
      await this.moves.act(tx, row, 'process', SYSTEM, { startedAt: () => 'now()', progress: 0 });
      await this.predictions.onStart(tx, generationId);
      return { row, ...right };
    });
  }
}

/**
 * A lease in hand. It renews itself twice a second and shows progress; `lost` fires when the right has ended, or when
 * the database has been silent for so long that another worker may have it.
 */
export class HeldLease {
  private readonly log = new Logger('lease');
  private readonly losing = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private progress = 0;
  private renewedAt = Date.now();
  private isBeating = false;

  constructor(
    /** As it was when the lease was taken. */
    readonly row: GenerationEntity,
    readonly fence: bigint,
    private readonly db: Database,
    private readonly leases: LeaseRepository,
    private readonly leaseSeconds: number,
  ) {
    this.timer = setInterval(() => void this.beat(), BEAT_MS);
  }

  get lost(): AbortSignal {
    return this.losing.signal;
  }

  /** 0 … 1; written with the next beat. */
  report(progress: number): void {
    this.progress = Math.max(this.progress, Math.floor(Math.min(1, progress) * 1_000));
  }

  async setTicket(ticket: string): Promise<void> {
    await this.db.tx((tx) => this.leases.setTicket(tx, this.row.id, this.fence, ticket));
  }

  /** Stops the beat. The lease itself ends with the move of its generation. */
  close(): void {
    clearInterval(this.timer);
  }

  private async beat(): Promise<void> {
    if (this.isBeating || this.lost.aborted) return;
    this.isBeating = true;
    try {
      const isOurs = await this.db.tx((tx) => this.leases.renew(tx, this.row.id, this.fence, this.progress));
      if (isOurs) this.renewedAt = Date.now();
      else this.losing.abort();
    } catch (error) {
      this.log.warn({ generation: this.row.id, error }, 'the lease could not be renewed');
      if (Date.now() - this.renewedAt > this.leaseSeconds * 1_000) this.losing.abort();
    } finally {
      this.isBeating = false;
    }
  }
}
