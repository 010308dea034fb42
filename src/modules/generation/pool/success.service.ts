import { Injectable } from '@nestjs/common';
import { GroupCommit } from '../../../platform/db/group-commit';
import { Outbox } from '../../../platform/outbox/outbox';
import { ClosingService } from '../closing.service';
import type { FileEntity } from '../file.entity';
import type { ProvenanceEntity } from '../provenance/provenance.entity';
import { PredictionService } from '../waiting/prediction.service';
import { DispatchBell } from './bell.service';
import { OutcomeRepository, type Claim, type DeliveredClip } from './outcome.repository';

/** What is delivered: the stored files, and what was found of them when they were read back. */
export interface Delivered {
  readonly files: readonly FileEntity[];
  readonly provenance: ProvenanceEntity;
}

interface Success extends Claim, Delivered {
  readonly model: string;
}

/** `late`: its lease is not in force; `wrong`: it is, yet the clip is not at that point. */
export type SuccessAnswer = DeliveredClip['outcome'];

/**
 * What comes of a render that went well. Results that arrive while a commit is in flight share the next one; each is
 * decided by itself. What the move means elsewhere is in the statement, for all clips of a group at once.
 */
@Injectable()
export class SuccessService {
  private readonly finishes = new GroupCommit<Claim & { upload: string | null }, boolean>(async (group) => {
    const done = await this.outcomes.finish(group);
    return group.map(({ generationId }) => done.has(generationId));
  });
  private readonly successes = new GroupCommit<Success, SuccessAnswer>(async (group) => this.commit(group));

  constructor(
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
  async succeed(claim: Claim, delivered: Delivered, model: string): Promise<SuccessAnswer> {
    return this.successes.add({ ...claim, ...delivered, model });
  }

  private async commit(group: readonly Success[]): Promise<SuccessAnswer[]> {
    // The same clip twice in one group: the second is what it would be after the first, too late.
    const first = new Map(group.toReversed().map((success) => [success.generationId, success]));
    const settlements = await this.closing.settlements([...first.keys()]);
    const made = [...first].map(([id, success]) => ({
      id, ...success, settlements: settlements.get(id) ?? [], moved: this.outbox.newId(), missed: this.outbox.newId(),
    })); // prettier-ignore
    const delivered = await this.outcomes.deliver(made.filter((one) => one.settlements.length > 0));
    const clips = new Map(delivered.map((clip) => [clip.id, clip]));
    this.outbox.ring();
    this.bell.ring();
    this.predictions.learn(
      made.flatMap(({ id, model }) => {
        const { outcome, provider, resolution, seconds, cost, took } = clips.get(id) ?? { outcome: 'wrong' };
        return outcome === 'done'
          ? [{ provider, model, resolution, seconds, estimate: cost, actual: took }]
          : [];
      }),
    );
    return group.map((success) => {
      const { generationId } = success;
      // Without a charge nothing may be delivered: a bug of whoever made it, told as one.
      const outcome = clips.get(generationId)?.outcome ?? 'wrong';
      return first.get(generationId) === success ? outcome : 'late';
    });
  }
}
