import { Injectable, Logger } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { Database } from '../../../platform/db/database';
import { Settings } from '../../../platform/config/settings';
import { deadlineSeconds } from '../domain/clocks';
import type { GenerationEntity } from '../generation.entity';
import type { RenderJob } from '../generation.jobs';
import { GenerationRepository } from '../generation.repository';
import { MoveService } from '../move.service';
import { LeaseRepository, type Holder, type Released, type Right } from './lease.repository';
import { PresenceService } from './presence.service';

const BEAT_MS = 500;

/** A right that was just given out, with the clip as it is under it. */
export interface Taken extends Right {
  readonly row: GenerationEntity;
}

/** Gives out the right to render. */
@Injectable()
export class LeaseService {
  constructor(
    private readonly db: Database,
    private readonly leases: LeaseRepository,
    private readonly generations: GenerationRepository,
    private readonly moves: MoveService,
    private readonly presence: PresenceService,
    private readonly settings: Settings,
  ) {}

  /** `null` when there is nothing to do: canceled, released anew, or in another worker's hands. */
  async take({ generationId, attempt }: RenderJob): Promise<HeldLease | null> {
    const released = await this.leases.findReleased(generationId, attempt);
    if (released === null) return null;
    const holder = { worker: this.presence.workerId, claimId: null };
    const [taken] = await this.give([released], holder, { most: 1, skips: false });
    return taken === undefined ? null : this.hold(taken);
  }

  /** Up to `most` of what is offered, which others may take at the same moment, for a holder who renews by himself. */
  async grant(offers: readonly Released[], holder: Holder, most: number): Promise<Taken[]> {
    return this.give(offers, holder, { most, skips: true });
  }

  /** Keeps a lease alive that somebody has: until `close`, it beats by itself. */
  hold({ row, fence }: Pick<Taken, 'row' | 'fence'>): HeldLease {
    return new HeldLease(row, fence, this.db, this.leases, this.settings.leaseSeconds);
  }

  private async give(
    offers: readonly Released[],
    holder: Holder,
    how: { most: number; skips: boolean },
  ): Promise<Taken[]> {
    const wanted = await this.withoutStopped(offers);
    if (wanted.length === 0 || how.most <= 0) return [];
    const rights = await this.leases.grant(
      wanted.map(({ id, attempt, costSeconds }) => ({
        id, attempt, deadlineSeconds: deadlineSeconds(costSeconds),
      })), holder, how,
    ); // prettier-ignore
    const rows = await this.generations.listByIds(rights.map(({ id }) => id));
    const byId = new Map(rows.map((row) => [row.id, row]));
    return rights.flatMap(({ id, ...right }) => {
      const row = byId.get(id);
      return row === undefined ? [] : [{ row, ...right }];
    });
  }

  /** Clips whose key was stopped since they were released are canceled instead. */
  private async withoutStopped(offers: readonly Released[]): Promise<Released[]> {
    const stopped = await this.moves.listStopped(null, offers);
    for (const id of stopped) {
      await this.db.tx(async (tx) => {
        const row = await this.moves.lock(tx, id);
        if (row.state === 'starting') await this.moves.act(tx, row, 'cancel', SYSTEM);
      });
    }
    return offers.filter(({ id }) => !stopped.has(id));
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
    /** As it was once the lease was taken. */
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
      const isOurs = await this.leases.renew(this.row.id, this.fence, this.progress);
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
