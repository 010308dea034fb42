import { Injectable } from '@nestjs/common';
import { GenerationRepository } from '../generation.repository';
import type { Taken } from '../pool/lease.service';
import { BriefService } from '../styles/brief.service';
import type { JobView } from './worker.dto';
import { WorkerRepository } from './worker.repository';

/** What a remote worker is told of the clips it has claimed: as every renderer hears it, in the words of its style. */
@Injectable()
export class JobService {
  constructor(
    private readonly workers: WorkerRepository,
    private readonly generations: GenerationRepository,
    private readonly briefs: BriefService,
  ) {}

  async viewsOf(taken: readonly Taken[]): Promise<JobView[]> {
    const requests = await this.briefs.requestsOf(taken.map(({ row }) => row));
    return taken.flatMap(({ row, fence, expiresAt, deadlineAt }) => {
      const request = requests.get(row.id);
      if (request === undefined) return [];
      const { requestId: _id, mark: _mark, reference: _picture, ...spec } = request;
      return [
        {
          id: row.id,
          fence: Number(fence),
          spec: { model: row.provider, ...spec, parameters: { ...spec.parameters } },
          leaseExpiresAt: expiresAt.toISOString(),
          deadlineAt: deadlineAt.toISOString(),
        },
      ];
    });
  }

  /** The clips of an earlier claim under this id that the worker still holds. */
  async again(worker: string, claimId: string): Promise<JobView[]> {
    const held = await this.workers.listClaimed(worker, claimId);
    const rows = await this.generations.listByIds(held.map(({ id }) => id));
    return this.viewsOf(
      held.flatMap(({ id, ...right }) => {
        const row = rows.find((candidate) => candidate.id === id);
        return row === undefined ? [] : [{ row, ...right }];
      }),
    );
  }
}
