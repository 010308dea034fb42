import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { Outbox } from '../../../platform/outbox/outbox';
import { may } from '../../access/contract';
import { appealMessageSent, appealMoved, approvalRefusals, type AppealState } from '../contract';
import { appealWorkflow, OPEN_APPEAL, type AppealVerb } from '../domain/appeal.workflow';
import type { SubmissionVerb } from '../domain/submission.workflow';
import { SubmissionMoveService } from '../submissions/submission-move.service';
import { SubmissionRepository } from '../submissions/submission.repository';
import type { AppealQuery, AppealView } from './appeal.dto';
import type { AppealEntity } from './appeal.entity';
import { appealView, factsOf } from './appeal.mapping';
import { AppealReasonsService } from './appeal-reasons.service';
import { AppealRepository } from './appeal.repository';

/** What an answer does to the submission, in the same transaction. */
const EFFECTS: Readonly<Partial<Record<AppealVerb, SubmissionVerb>>> = {
  overturn: 'reinstate',
  overturnPartly: 'reopen',
};

/** Appeals: filed by the artist, heard by somebody who took no part, always answered. */
@Injectable()
export class AppealsService {
  constructor(
    private readonly appeals: AppealRepository,
    private readonly submissions: SubmissionRepository,
    private readonly moves: SubmissionMoveService,
    private readonly reasons: AppealReasonsService,
    private readonly outbox: Outbox,
    private readonly idempotency: Idempotency,
  ) {}

  /** Appeals against the refusal or removal in force. Refuses what is not one's own, too late, or appealed before. */
  async file(me: Actor, once: Once, submissionId: string, grounds: string): Promise<AppealView> {
    const { id } = await this.idempotency.run(once, async (tx) => {
      const found = await this.submissions.find(submissionId, tx);
      if (found === null || found.personId !== me.id) throw refusal(approvalRefusals, 'not_found');
      await this.submissions.lockClip(tx, found.generationId);
      const row = await this.submissions.lock(tx, submissionId);
      if (row === null) throw refusal(approvalRefusals, 'not_found');
      const decision = (await this.submissions.listDecisions(row.id, tx)).findLast(
        ({ statement }) => statement !== null,
      );
      if (decision?.statement == null || !['declined', 'taken_down'].includes(row.state)) {
        throw refusal(approvalRefusals, 'nothing_to_appeal', { state: row.state });
      }
      const { appealUntil } = decision.statement;
      if (new Date(appealUntil) < (await this.submissions.time(tx)))
        throw refusal(approvalRefusals, 'appeal_too_late', { appealUntil });
      if (await this.submissions.hasOpen(tx, row.generationId))
        throw refusal(approvalRefusals, 'already_submitted');
      const appeal = {
        id: newId('apl'),
        submissionId,
        decisionId: decision.id,
        programId: row.programId,
        decidedBy: decision.reviewerId,
        appellantId: me.id,
        grounds,
      };
      if (!(await this.appeals.insert(tx, appeal))) throw refusal(approvalRefusals, 'already_appealed');
      await this.reasons.appealed(tx, me.id, appeal.id);
      await this.tell(tx, { ...appeal, reasons: null }, me, { verb: 'file', from: null, to: 'filed' });
      return { id: appeal.id };
    });
    return this.get(me, id);
  }

  /** Takes a step, or takes it back; an answer that overturns moves the submission in the same transaction. */
  async act(
    me: Actor,
    once: Once,
    id: string,
    verb: AppealVerb,
    given: string | undefined,
  ): Promise<AppealView> {
    const reasons = given?.trim() ?? '';
    await this.idempotency.run(once, async (tx) => {
      const row = await this.appeals.lock(tx, id);
      if (row === null || !this.maySee(row, me)) throw refusal(approvalRefusals, 'not_found');
      const participants = await this.submissions.listParticipants(row.submissionId, tx);
      const decision = decide(appealWorkflow, row.state, verb, me, factsOf(row, me, participants, reasons));
      if (decision.kind === 'refused')
        throw refusedMove(approvalRefusals, decision.code, appealWorkflow, row.state, verb);
      if (decision.kind === 'already') {
        if (verb !== 'withdraw' && row.hearerId !== me.id)
          throw refusal(approvalRefusals, 'heard_by_other', { state: row.state, verb });
        return { id };
      }
      await this.move(tx, row, { verb, to: decision.to, actor: me, reasons });
      const effect = EFFECTS[verb];
      if (effect !== undefined) await this.apply(tx, row.submissionId, effect, reasons);
      return { id };
    });
    return this.get(me, id);
  }

  /** Says something to the other side: the artist, and whoever hears it. Refuses `appeal_closed`, `not_found`. */
  async write(me: Actor, once: Once, id: string, body: string): Promise<AppealView> {
    await this.idempotency.run(once, async (tx) => {
      const row = await this.appeals.lock(tx, id);
      const isByArtist = row?.appellantId === me.id;
      if (row === null || (!isByArtist && row.hearerId !== me.id))
        throw refusal(approvalRefusals, 'not_found');
      if (!OPEN_APPEAL.includes(row.state)) throw refusal(approvalRefusals, 'appeal_closed');
      const message = { id: newId('msg'), appealId: id, authorId: me.id, isByArtist, body };
      await this.appeals.addMessage(tx, message);
      await this.reasons.note(tx, me, 'approval.appeal_message', id, { isByArtist });
      const personId = isByArtist ? row.hearerId : row.appellantId;
      const { submissionId } = row;
      if (personId !== null)
        await this.outbox.add(tx, appealMessageSent, { appealId: id, submissionId, personId, isByArtist });
      return { id };
    });
    return this.get(me, id);
  }

  async get(me: Actor, id: string): Promise<AppealView> {
    const row = await this.appeals.find(id);
    if (row === null || !this.maySee(row, me)) throw refusal(approvalRefusals, 'not_found');
    return this.view(row, me);
  }

  /** One's own, newest first; with `queue=open` what waits for a hearing, oldest first. */
  async list(me: Actor, { queue, cursor, limit }: AppealQuery): Promise<Page<AppealView>> {
    if (queue === 'open' && !may(me, 'submission.read_any')) throw refusal(approvalRefusals, 'not_allowed');
    const from = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    const rows =
      queue === 'open'
        ? await this.appeals.listOpen(me.id, from, limit + 1)
        : await this.appeals.listOwn(me.id, from, limit + 1);
    const page = toPage(
      rows,
      limit,
      (row) => [row.id],
      (row) => row,
    );
    return { items: await Promise.all(page.items.map((row) => this.view(row, me))), next: page.next };
  }

  private maySee(row: AppealEntity, me: Actor): boolean {
    return row.appellantId === me.id || may(me, 'submission.read_any');
  }

  private async view(row: AppealEntity, me: Actor): Promise<AppealView> {
    const [participants, messages, now] = await Promise.all([
      this.submissions.listParticipants(row.submissionId),
      this.appeals.messages(row.id),
      this.submissions.time(),
    ]);
    return appealView(row, me, { participants, messages, now });
  }

  private async move(
    tx: Tx,
    row: AppealEntity,
    { verb, to, actor, reasons }: { verb: AppealVerb; to: AppealState; actor: Actor; reasons: string },
  ): Promise<void> {
    const isClosed = !OPEN_APPEAL.includes(to);
    const isAnswer = isClosed && verb !== 'withdraw';
    if (verb === 'take') await this.appeals.update(tx, row.id, { hearerId: actor.id });
    if (isClosed)
      await this.appeals.update(tx, row.id, {
        closedAt: await this.submissions.time(tx),
        ...(isAnswer ? { reasons } : {}),
      });
    const isMoved = await this.appeals.move(tx, { id: row.id, verb, from: row.state, to, actor });
    if (!isMoved) throw refusal(approvalRefusals, 'wrong_state', { state: row.state, verb });
    if (verb === 'giveBack') await this.appeals.update(tx, row.id, { hearerId: null });
    await this.tell(tx, { ...row, reasons: isAnswer ? reasons : null }, actor, { verb, from: row.state, to });
  }

  private async apply(tx: Tx, submissionId: string, verb: SubmissionVerb, note: string): Promise<void> {
    const submission = await this.submissions.lock(tx, submissionId);
    if (submission === null) throw refusal(approvalRefusals, 'not_found');
    await this.moves.act(tx, submission, verb, SYSTEM, { note });
    await this.reasons.overturned(tx, submissionId, verb === 'reinstate');
  }

  private async tell(
    tx: Tx,
    row: Pick<AppealEntity, 'id' | 'submissionId' | 'appellantId' | 'programId' | 'reasons'>,
    actor: Actor,
    move: { verb: AppealVerb | 'file'; from: AppealState | null; to: AppealState },
  ): Promise<void> {
    const { id: appealId, submissionId, appellantId: personId, programId, reasons } = row;
    await this.reasons.note(tx, actor, `approval.appeal_${move.verb}`, appealId, {
      submissionId,
      ...move,
      reasons,
    });
    await this.outbox.add(tx, appealMoved, { appealId, submissionId, personId, programId, ...move, reasons });
  }
}
