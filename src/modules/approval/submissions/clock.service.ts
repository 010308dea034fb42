import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { Refusal } from '../../../kernel/refusal';
import { Database } from '../../../platform/db/database';
import { CLOCKS } from '../domain/risk';
import type { SubmissionVerb } from '../domain/submission.workflow';
import type { SubmissionEntity } from './submission.entity';
import { SubmissionMoveService } from './submission-move.service';
import { SubmissionRepository, type Overdue } from './submission.repository';

/** What the clock does to a row that is over time; `null`: it was handled while the sweep was on its way. */
const VERBS: Readonly<Record<Overdue, (row: SubmissionEntity, now: Date) => SubmissionVerb | null>> = {
  decision: ({ risk, escalatedAt }) => {
    if (escalatedAt !== null) return null;
    return CLOCKS[risk].atDeadline === 'approve' ? 'approveLate' : 'escalateLate';
  },
  claim: ({ claimedUntil }, now) => (claimedUntil !== null && claimedUntil <= now ? 'expireClaim' : null),
  embargo: () => 'publish',
};

/** Time-outs: each one is a verb by the system, decided by the same table as everybody's. */
@Injectable()
export class ClocksService {
  constructor(
    private readonly db: Database,
    private readonly submissions: SubmissionRepository,
    private readonly moves: SubmissionMoveService,
  ) {}

  /** Ends what is over time and returns how many rows moved. Any number of sweeps may run at once. */
  async sweep(): Promise<number> {
    let moved = 0;
    for (const kind of ['decision', 'claim', 'embargo'] as const) {
      for (const id of await this.submissions.listOverdue(kind)) moved += await this.end(kind, id);
    }
    return moved;
  }

  private async end(kind: Overdue, id: string): Promise<number> {
    try {
      return await this.db.tx(async (tx) => {
        const row = await this.submissions.lock(tx, id);
        const verb = row === null ? null : VERBS[kind](row, await this.submissions.time(tx));
        if (row === null || verb === null) return 0;
        await this.moves.act(tx, row, verb, SYSTEM);
        return 1;
      });
    } catch (error) {
      if (error instanceof Refusal) return 0; // a person was faster
      throw error;
    }
  }
}
