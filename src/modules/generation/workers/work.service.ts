import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal, type Refusal } from '../../../kernel/refusal';
import { Settings } from '../../../platform/config/settings';
import { Database } from '../../../platform/db/database';
import { BlobStore } from '../../../platform/storage/blob-store';
import { generationRefusals } from '../contract';
import { LeaseRepository } from '../pool/lease.repository';
import { OutcomeService } from '../pool/outcome.service';
import type { EndedView, FailBody, HeartbeatBody, HeartbeatView, UploadBody, UploadView } from './worker.dto';
import { WorkerRepository, type LeaseFacts } from './worker.repository';

const UPLOAD_SECONDS = 600;

/** Where a worker puts what it has made. The fence is part of it: one that lost its lease writes beside, never over. */
export const ingestKey = (id: string, fence: number): string => `ingest/${id}/a${fence}/video.mp4`;

/** What a worker says about a clip it holds. Every word comes with the fence, and one under an old fence changes nothing. */
@Injectable()
export class WorkService {
  constructor(
    private readonly db: Database,
    private readonly workers: WorkerRepository,
    private readonly leases: LeaseRepository,
    private readonly outcomes: OutcomeService,
    private readonly blobs: BlobStore,
    private readonly settings: Settings,
  ) {}

  /** Refuses `lease_lost`: abandon the clip. */
  async heartbeat(me: Actor, id: string, { fence, progress, phase }: HeartbeatBody): Promise<HeartbeatView> {
    await this.workers.see(me.id);
    const lease = { id, fence: BigInt(fence), worker: me.id };
    const seconds = this.settings.leaseSeconds;
    const expiresAt = await this.db.tx(async (tx) => {
      const until = await this.workers.beat(tx, { ...lease, seconds, phase: phase ?? null });
      const permille = Math.floor(progress * 1_000);
      if (until !== null && permille > 0) await this.leases.show(tx, id, lease.fence, permille);
      return until;
    });
    const drain = (await this.workers.standing(me.id))?.state !== 'active';
    if (expiresAt !== null) return { leaseExpiresAt: expiresAt.toISOString(), cancel: false, drain };
    const facts = await this.workers.findLease(id);
    if (!isOwn(facts, me, fence) || !isStopped(facts)) throw lost();
    return { leaseExpiresAt: null, cancel: true, drain };
  }

  /** An address for exactly the file that is announced. Refuses `lease_lost`. */
  async offerUpload(me: Actor, id: string, { fence, bytes, sha256 }: UploadBody): Promise<UploadView> {
    await this.mustHold(me, id, fence);
    const seconds = UPLOAD_SECONDS;
    const offer = { bytes, sha256, contentType: 'video/mp4', seconds };
    const { method, url, headers } = await this.blobs.uploadLink(ingestKey(id, fence), offer);
    const expiresAt = new Date(Date.now() + seconds * 1_000).toISOString();
    return { method, url, headers: { ...headers }, expiresAt };
  }

  /** One attempt has failed; saying so again is success. Refuses `lease_lost`. */
  async fail(me: Actor, id: string, { fence, code, message }: FailBody): Promise<EndedView> {
    return this.end(me, id, fence, (claim) => this.outcomes.fault(claim, code, message));
  }

  /** Hands the clip back unfinished, as nobody's fault; saying so again is success. Refuses `lease_lost`. */
  async release(me: Actor, id: string, fence: number): Promise<EndedView> {
    return this.end(me, id, fence, (claim) => this.outcomes.giveBack(claim));
  }

  /** Refuses `lease_lost` unless this worker holds the clip under this fence. */
  async mustHold(me: Actor, id: string, fence: number): Promise<LeaseFacts> {
    const facts = await this.workers.findLease(id);
    if (facts === null || !isOwn(facts, me, fence) || facts.isEnded) throw lost();
    return facts;
  }

  private async end(
    me: Actor,
    id: string,
    fence: number,
    outcome: (claim: { generationId: string; fence: bigint }) => Promise<boolean>,
  ): Promise<EndedView> {
    const facts = await this.workers.findLease(id);
    if (!isOwn(facts, me, fence)) throw lost();
    const isNew = !facts.isEnded && (await outcome({ generationId: id, fence: BigInt(fence) }));
    const after = isNew ? null : await this.workers.findLease(id);
    // Ended by its own earlier word is fine; run out, canceled, delivered or taken over is not.
    const isOwnEnd = isOwn(after, me, fence) && after.isEnded && !after.isLost && !isStopped(after);
    if (!isNew && (!isOwnEnd || after.state === 'succeeded')) throw lost();
    return { id, outcome: 'returned' };
  }
}

export function isOwn(facts: LeaseFacts | null, me: Actor, fence: number): facts is LeaseFacts {
  return facts !== null && facts.worker === me.id && facts.fence === BigInt(fence);
}

const isStopped = ({ state }: LeaseFacts): boolean => state === 'canceled' || state === 'aborted';

/** The same whether the clip exists or not: a worker learns nothing of clips that it does not hold. */
export const lost = (): Refusal => refusal(generationRefusals, 'lease_lost');
