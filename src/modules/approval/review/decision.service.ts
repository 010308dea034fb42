import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { later, MINUTE, SECOND } from '../../../kernel/clock';
import { refusal } from '../../../kernel/refusal';
import { Settings } from '../../../platform/config/settings';
import type { Tx } from '../../../platform/db/database';
import { QueueService } from '../../../platform/queue/queue.service';
import { AuditService } from '../../audit';
import { LET_LEAVE } from '../approval.jobs';
import { approvalRefusals } from '../contract';
import { claimFor } from '../domain/claim';
import { isStaged } from '../domain/staged';
import type { SubmissionVerb } from '../domain/submission.workflow';
import type { SubmissionEntity } from '../submissions/submission.entity';
import { SubmissionMoveService, type VerbInput } from '../submissions/submission-move.service';
import { SubmissionRepository } from '../submissions/submission.repository';
import { SharingPolicyService } from '../policy/policy.service';

/** Verdicts wait a few seconds before they leave: in the row, so that a killed process loses and doubles none. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly moves: SubmissionMoveService,
    private readonly policies: SharingPolicyService,
    private readonly settings: Settings,
    private readonly queue: QueueService,
    private readonly audit: AuditService,
  ) {}

  /** Takes `verb` on a locked row; an approval, a decline and a request for changes are staged first. */
  async act(
    tx: Tx,
    row: SubmissionEntity,
    verb: SubmissionVerb,
    actor: Actor,
    input: VerbInput & { readonly batchId?: string } = {},
  ): Promise<SubmissionEntity> {
    if (isStaged(verb) && this.settings.undoSeconds > 0) return this.stage(tx, row, verb, actor, input);
    const isHandedIn = verb === 'submit' || verb === 'resubmit';
    const policy = isHandedIn ? await this.policies.inForce(tx) : undefined;
    return this.moves.act(tx, row, verb, actor, { ...input, policy });
  }

  /** Takes one's own staged verdict back: the claim is new, nobody was told. Refuses `nothing_to_undo`. */
  async undo(tx: Tx, row: SubmissionEntity, actor: Actor): Promise<void> {
    const now = await this.submissions.time(tx);
    const { staged, stagedUntil } = row;
    if (
      staged === null ||
      stagedUntil === null ||
      staged.isHeld === true ||
      staged.actorId !== actor.id ||
      stagedUntil <= now
    )
      throw refusal(approvalRefusals, 'nothing_to_undo', { state: row.state });
    const claim = claimFor(actor.id, now);
    await this.submissions.update(tx, row.id, { ...claim, staged: null, stagedUntil: null });
    await this.audit.record(tx, actor, 'approval.undo', row.id, { verb: staged.verb });
  }

  private async stage(
    tx: Tx,
    row: SubmissionEntity,
    verb: 'approve' | 'requestChanges' | 'decline',
    actor: Actor,
    { batchId = null, ...input }: VerbInput & { readonly batchId?: string | null },
  ): Promise<SubmissionEntity> {
    // asked again for the same verdict by the same person: it is on its way
    if (row.staged?.verb === verb && row.staged.actorId === actor.id) return row;
    const { kind, now, note, statement } = await this.moves.judge(tx, row, verb, actor, input);
    if (kind === 'already') return this.moves.act(tx, row, verb, actor, input);
    const { undoSeconds } = this.settings;
    const stagedUntil = later(now, undoSeconds * SECOND);
    const staged = {
      verb,
      at: now.toISOString(),
      actorId: actor.id,
      roles: actor.roles,
      note,
      statement,
      batchId,
    };
    const changes = { staged, stagedUntil, claimedUntil: later(stagedUntil, MINUTE) };
    await this.submissions.update(tx, row.id, changes);
    await this.audit.record(tx, actor, 'approval.stage', row.id, { verb, until: stagedUntil.toISOString() });
    // a reminder only: what it is about stands in the row, and the sweep finds it there as well
    tx.afterCommit(() => {
      void this.queue
        .add({ kind: LET_LEAVE, data: {}, delay: undoSeconds * SECOND + 50 })
        .catch(() => undefined);
    });
    return { ...row, ...changes };
  }
}
