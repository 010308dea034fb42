import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { GroupCommit, Undone } from '../../../platform/db/group-commit';
import { Outbox, type Fact } from '../../../platform/outbox/outbox';
import { ClosingService } from '../closing.service';
import { etaMissed, generationMoved } from '../contract';
import { isLate } from '../domain/lateness';
import type { FileEntity } from '../file.entity';
import type { ProvenanceEntity } from '../provenance/provenance.entity';
import type { MissEvidence } from '../waiting/prediction.entity';
import { PredictionService } from '../waiting/prediction.service';
import { DispatchBell } from './bell.service';
import { OutcomeRepository, type Claim, type HeldClip, type Made } from './outcome.repository';

/** What is delivered: the stored files, and what was found of them when they were read back. */
export interface Delivered {
  readonly files: readonly FileEntity[];
  readonly provenance: ProvenanceEntity;
}

interface Success extends Claim, Delivered {
  readonly model: string;
}

/** `wrong`: its lease is in force, yet it is in another state than it must be. */
type Answer = 'done' | 'late' | 'wrong';

/**
 * What comes of a render that went well. Results that arrive while a commit is in flight share the next one; each is
 * decided by itself. What a move means elsewhere is as in MoveService, for many clips at once.
 */
@Injectable()
export class SuccessService {
  private readonly finishes = new GroupCommit<Claim & { upload: string | null }, boolean>(async (group) => {
    const done = await this.outcomes.finish(group);
    return group.map(({ generationId }) => done.has(generationId));
  });
  private readonly successes = new GroupCommit<Success, Answer>(async (group) => this.commit(group));

  constructor(
    private readonly db: Database,
    private readonly outcomes: OutcomeRepository,
    private readonly closing: ClosingService,
    private readonly predictions: PredictionService,
    private readonly outbox: Outbox,
    private readonly bell: DispatchBell,
  ) {}

  /** The picture is there. `false`: not under this lease, or not from this state. */
  async finish(claim: Claim, upload: string | null): Promise<boolean> {
    return this.finishes.add({ ...claim, upload });
  }

  /** Delivered: files, their origin, charge and event in one transaction. */
  async succeed(claim: Claim, delivered: Delivered, model: string): Promise<Answer> {
    return this.successes.add({ ...claim, ...delivered, model });
  }

  private async commit(group: readonly Success[]): Promise<Answer[]> {
    return this.db.tx(async (tx) => {
      const held = await this.outcomes.lock(tx, group);
      const answers = group.map(({ generationId }, index): Answer => {
        const clip = held.get(generationId);
        // The same word twice in one group: the second finds the lease ended by the first.
        const isSecond = group.findIndex((other) => other.generationId === generationId) < index;
        if (clip === undefined || isSecond) return 'late';
        return clip.state === 'finishing' ? 'done' : 'wrong';
      });
      const made = group
        .filter((_success, index) => answers[index] === 'done')
        .map(({ generationId: id, model, files, provenance }) => ({ id, model, files, provenance }));
      if (made.length > 0) await this.write(tx, made, held).catch(Undone.raise);
      return answers;
    });
  }

  /** Accounts of all kinds are locked after the clips, the one row that all clips of a kind share comes last. */
  private async write(tx: Tx, made: readonly Made[], held: ReadonlyMap<string, HeldClip>): Promise<void> {
    const clips = made.map(({ id, model }) => ({ ...(held.get(id) as HeldClip), model }));
    await this.outcomes.deliver(tx, made);
    await this.closing.settle(tx, clips);
    const misses = await this.predictions.onSuccess(tx, clips);
    await this.outbox.addAll(
      tx,
      clips.flatMap((clip) => factsOf(clip, misses.get(clip.id))),
    );
    tx.afterCommit(() => this.bell.ring());
  }
}

function factsOf(clip: HeldClip, miss: MissEvidence | undefined): Fact[] {
  const { id: generationId, enrollmentId, programId, personId } = clip;
  const owner = { enrollmentId, programId, personId };
  const moved: Fact = {
    kind: generationMoved,
    payload: { generationId, ...owner, verb: 'succeed', from: 'finishing', to: 'succeeded' },
  };
  if (miss === undefined || !isLate(miss)) return [moved];
  const { promisedSeconds, actualSeconds } = miss;
  return [moved, { kind: etaMissed, payload: { generationId, ...owner, promisedSeconds, actualSeconds } }];
}
