import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../kernel/actor';
import { DAY, later } from '../../kernel/clock';
import { Refusal, refusal } from '../../kernel/refusal';
import { decide, refusedMove } from '../../kernel/workflow';
import { Database, type Tx } from '../../platform/db/database';
import { Idempotency, type Once } from '../../platform/idempotency/idempotency';
import { Outbox } from '../../platform/outbox/outbox';
import { may } from '../access/contract';
import { AuditService } from '../audit';
import { feedbackCredited, feedbackMoved, feedbackRefusals } from './contract';
import { ACCEPT_AFTER_DAYS, feedbackWorkflow, type FeedbackVerb } from './domain/feedback.workflow';
import { isDeclineReason } from './domain/words';
import { DecliningService } from './declining/declining.service';
import type { FeedbackStepInput } from './feedback.dto';
import type { FeedbackEntity } from './feedback.entity';
import { factsOf } from './feedback.mapping';
import { FeedbackRepository, type Answering } from './feedback.repository';

/** A step, and under which act its statement was issued before. */
type Following = FeedbackStepInput & { readonly actId?: string };

/** The columns that a verb writes beside the state. */
function columnsOf(
  verb: FeedbackVerb,
  { answer, reason, of, version }: FeedbackStepInput,
  now: Date,
): Answering {
  const said = answer === undefined || answer === '' ? {} : { answer };
  if (verb === 'answerInfo') return { info: answer ?? null, dueAt: later(now, ACCEPT_AFTER_DAYS * DAY) };
  if (verb === 'decline') return { ...said, reason: isDeclineReason(reason) ? reason : null };
  if (verb === 'markDuplicate') return { ...said, originalId: of ?? null };
  if (verb === 'ship') return { ...said, shippedIn: version ?? null };
  return said;
}

/** Every step after filing, of staff, artist and clock alike. */
@Injectable()
export class TriageService {
  constructor(
    private readonly db: Database,
    private readonly feedback: FeedbackRepository,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly idempotency: Idempotency,
    private readonly declining: DecliningService,
  ) {}

  /** Takes `verb`; the workflow says who may and why not. Being there already is success without a second event. */
  async act(me: Actor, once: Once, id: string, verb: FeedbackVerb, input: FeedbackStepInput): Promise<void> {
    await this.idempotency.run(once, async (tx) => {
      await this.step(tx, me, id, verb, { ...input, answer: input.answer?.trim() });
      return { id };
    });
  }

  /** What a second look or an appeal decided; `actId` is that of the statement. */
  async follow(tx: Tx, actor: Actor, id: string, verb: FeedbackVerb, input: Following): Promise<void> {
    await this.step(tx, actor, id, verb, input);
  }

  /** Accepts what nobody handled in time and returns how many. Any number of sweeps may run at once. */
  async sweep(): Promise<number> {
    let accepted = 0;
    for (const id of await this.feedback.listOverdue()) {
      try {
        await this.db.tx((tx) => this.step(tx, SYSTEM, id, 'acceptLate', {}));
        accepted += 1;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error; // a person was faster
      }
    }
    return accepted;
  }

  private async step(tx: Tx, me: Actor, id: string, verb: FeedbackVerb, input: Following): Promise<void> {
    const row = await this.feedback.lock(tx, id);
    if (row === null || !this.maySee(row, me)) throw refusal(feedbackRefusals, 'not_found');
    const now = await this.feedback.time(tx);
    const original = input.of ? await this.feedback.find(input.of, tx) : null;
    const { answer = '', reason, version } = input;
    const facts = factsOf(row, me, now, { answer, reason, version, original });
    const decision = decide(feedbackWorkflow, row.state, verb, me, facts);
    if (decision.kind === 'already') return;
    if (decision.kind === 'refused')
      throw refusedMove(feedbackRefusals, decision.code, feedbackWorkflow, row.state, verb);
    const columns = columnsOf(verb, input, now);
    if (verb === 'decline' && isDeclineReason(reason)) {
      const given = { reason, answer };
      if ((await this.declining.giveReasons(tx, me, row, given, input.actId)) === 'held') return;
    }
    await this.feedback.update(tx, id, columns);
    const { state: from, personId, programId, type, payRef, isPrivate, origin } = row;
    const to = decision.to;
    // Of what was filed without a name the log and the history do not name the author either.
    const actor = isPrivate && personId === me.id ? { ...SYSTEM, id: 'author' } : me;
    const isMoved = await this.feedback.move(tx, { id, verb, from, to, actor, note: { ...columns } });
    if (!isMoved) throw refusal(feedbackRefusals, 'wrong_state', { state: from, verb });
    if (verb === 'markDuplicate' && input.of) await this.feedback.countVoices(tx, input.of);
    await this.audit.record(tx, actor, `feedback.${verb}`, id, { from, to, ...columns });
    const about = { feedbackId: id, payRef, isPrivate, origin, personId, programId, type };
    const { reason: because = null, originalId = null, shippedIn = null } = columns;
    const end = { reason: because, originalId, version: shippedIn };
    await this.outbox.add(tx, feedbackMoved, { ...about, verb, from, to, ...end });
    if (verb === 'ship') await this.credit(tx, row, version ?? '');
  }

  /** Whoever said the same is told too: a version credits all of them. */
  private async credit(tx: Tx, { id: originalId, personId: author }: FeedbackEntity, version: string) {
    for (const { id: feedbackId, personId, programId } of await this.feedback.listMerged(tx, originalId))
      if (personId !== author)
        await this.outbox.add(tx, feedbackCredited, { feedbackId, originalId, personId, programId, version });
  }

  private maySee(row: FeedbackEntity, me: Actor): boolean {
    return row.personId === me.id || me === SYSTEM || may(me, 'feedback.triage');
  }
}
