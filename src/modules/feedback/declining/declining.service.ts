import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { StatementsService, type StatementDraft } from '../../redress';
import { DECLINE_REASONS, feedbackRefusals } from '../contract';
import type { DeclineReason } from '../domain/words';
import type { FeedbackEntity } from '../feedback.entity';
import { FeedbackRepository } from '../feedback.repository';

const REMEDY =
  'Send it again with what was missing. If it was declined wrongly, appeal within six months: somebody who took no part ' +
  'hears it, and then it is accepted and paid.';

/** Why it is declined, to be read by its artist. */
export interface Declined {
  readonly reason: DeclineReason;
  readonly answer: string;
}

/** The reasons of a decline, and the second look that may come before it. */
@Injectable()
export class DecliningService {
  constructor(
    private readonly feedback: FeedbackRepository,
    private readonly statements: StatementsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Issues the statement of a locked row. `held`: it waits in its row, and the verdict takes the step with the same
   * `actId`. Refuses `second_look_no` when that look has said no.
   */
  async giveReasons(
    tx: Tx,
    me: Actor,
    row: FeedbackEntity,
    { reason, answer }: Declined,
    actId?: string,
  ): Promise<'in_force' | 'held'> {
    const act = actId ?? `decline.${await this.feedback.countMoves(tx, row.id)}`;
    const decidedBy = { id: me.id, role: me.roles.includes('manager') ? 'manager' : 'admin' } as const;
    const draft = { ...draftOf(row, { reason, answer }), actId: act, decidedBy };
    const { effect } = await this.statements.issue(tx, draft);
    if (effect === 'dropped') throw refusal(feedbackRefusals, 'second_look_no');
    if (effect === 'in_force') return 'in_force';
    await this.feedback.hold(tx, row.id, { reason, answer, actId: act });
    await this.audit.record(tx, me, 'feedback.holdDecline', row.id, { reason });
    return 'held';
  }

  /** A second look has its verdict: nothing waits any more. Returns what waited under this act; `null`: nothing did. */
  async letGo(
    tx: Tx,
    actor: Actor,
    payRef: string,
    actId: string,
  ): Promise<(Declined & { id: string }) | null> {
    const row = await this.feedback.lockPaid(tx, payRef);
    if (row === null || row.declining?.actId !== actId) return null;
    const { reason, answer } = row.declining;
    await this.feedback.hold(tx, row.id, null);
    await this.audit.record(tx, actor, 'feedback.letDeclineGo', row.id, { reason });
    return { id: row.id, reason, answer };
  }
}

/** Under the name of its pay: of what was filed without a name nothing in it leads to the item. */
function draftOf(
  row: FeedbackEntity,
  { reason, answer }: Declined,
): Omit<StatementDraft, 'actId' | 'decidedBy'> {
  const { payRef, personId, programId, isPrivate, title, body, type, severity, generationId, markers } = row;
  const why = DECLINE_REASONS[reason];
  const common = {
    kind: 'feedback_declined' as const,
    subjectId: payRef,
    personId,
    programId,
    ground: 'evidence' as const,
    rule: { source: 'criterion' as const, id: `Reasons for declining feedback: ${reason}`, text: why },
    remedy: REMEDY,
  };
  if (isPrivate)
    return { ...common, facts: `${why} What the programme wrote stands on the page of the item.` };
  return {
    ...common,
    facts: `“${title}” was declined: ${why} The programme wrote: “${answer}”`,
    timecodes: markers.map(({ at, until }) => ({ at, ...(typeof until === 'number' && { until }) })),
    snapshot: { title, text: body, type, severity },
    evidence: generationId === null ? [] : [generationId],
    contentAt: row.createdAt,
  };
}
