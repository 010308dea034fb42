import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { Refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { NO_HOLD } from '../domain/hold';
import type { RiskClass } from '../domain/risk';
import type { SubmissionVerb } from '../domain/submission.workflow';
import { SharingPolicyService } from '../policy/policy.service';
import type { SubmissionEntity } from './submission.entity';
import { SubmissionMoveService } from './submission-move.service';
import { SubmissionRepository, type Overdue } from './submission.repository';

/** What the clock does to a row that is over time; `null`: it was handled while the sweep was on its way. */
const VERBS: Readonly<
  Record<
    Exclude<Overdue, 'staged' | 'hold'>,
    (row: SubmissionEntity, now: Date, atDeadline: RiskClass['atDeadline']) => SubmissionVerb | null
  >
> = {
  decision: ({ escalatedAt, staged }, _, atDeadline) => {
    if (escalatedAt !== null || staged !== null) return null;
    return atDeadline === 'approve' ? 'approveLate' : 'escalateLate';
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
    private readonly policies: SharingPolicyService,
    private readonly audit: AuditService,
  ) {}

  /** Ends what is over time and returns how many rows moved. Any number of sweeps may run at once. */
  async sweep(): Promise<number> {
    let moved = await this.leave();
    for (const kind of ['decision', 'claim', 'embargo'] as const) {
      for (const id of await this.submissions.listOverdue(kind)) moved += await this.end(kind, id);
    }
    for (const id of await this.submissions.listOverdue('hold')) moved += await this.unhold(id);
    await this.submissions.markLate();
    return moved;
  }

  /** Lets the verdicts leave whose time for taking them back is over; returns how many left. */
  async leave(): Promise<number> {
    let left = 0;
    for (const id of await this.submissions.listOverdue('staged')) {
      left += await this.settled(async (tx) => {
        const row = await this.submissions.lock(tx, id);
        if (row?.staged == null || row.stagedUntil === null) return 0;
        if (row.stagedUntil > (await this.submissions.time(tx))) return 0;
        const { verb, at, actorId, roles, note, statement } = row.staged;
        const actor: Actor = { id: actorId, roles, via: 'session', keyId: null };
        const input = { note: note ?? undefined, leaving: { statement, at: new Date(at) } };
        await this.moves.act(tx, row, verb, actor, input);
        return 1;
      });
    }
    return left;
  }

  /** A hold that is over counts for nobody any more; here it is cleared away, and noted. */
  private async unhold(id: string): Promise<number> {
    return this.settled(async (tx) => {
      const row = await this.submissions.lock(tx, id);
      if (row === null || row.heldUntil === null || row.heldUntil > (await this.submissions.time(tx)))
        return 0;
      await this.submissions.update(tx, id, NO_HOLD);
      await this.audit.record(tx, SYSTEM, 'approval.unhold', id, { by: row.heldBy });
      return 1;
    });
  }

  private async end(kind: Exclude<Overdue, 'staged' | 'hold'>, id: string): Promise<number> {
    return this.settled(async (tx) => {
      const row = await this.submissions.lock(tx, id);
      if (row === null) return 0;
      const { classes } = await this.policies.at(row.policyVersion);
      const verb = VERBS[kind](row, await this.submissions.time(tx), classes[row.risk].atDeadline);
      if (verb === null) return 0;
      await this.moves.act(tx, row, verb, SYSTEM);
      return 1;
    });
  }

  /** One row at a time: what a person was faster with is left alone. */
  private async settled(work: (tx: Tx) => Promise<number>): Promise<number> {
    try {
      return await this.db.tx(work);
    } catch (error) {
      if (error instanceof Refusal) return 0;
      throw error;
    }
  }
}
