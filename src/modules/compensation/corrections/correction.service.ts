import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { DAY, later, systemClock } from '../../../kernel/clock';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { Outbox } from '../../../platform/outbox/outbox';
import { account } from '../../ledger';
import { compensationRefusals, earningReversed, objectionAnswered } from '../contract';
import {
  correctionWorkflow,
  OBJECTION_DAYS,
  type CorrectionFacts,
  type CorrectionVerb,
} from '../domain/correction.workflow';
import type { EarningEntity } from '../earning.entity';
import { EarningRepository } from '../earning.repository';
import { EarningService } from '../earning.service';
import type { CorrectionBody } from './correction.dto';
import type { CorrectionEntity } from './correction.entity';
import { CorrectionRepository } from './correction.repository';
import { ReversalService } from './reversal.service';

/** What decides about a correction besides its state. */
export const correctionFacts = (
  { personId, proposedBy, decidedBy, updatedAt }: CorrectionEntity,
  { state }: Pick<EarningEntity, 'state'>,
  me: Actor,
  words = '-',
): CorrectionFacts => ({
  isPayee: personId === me.id,
  isProposer: proposedBy === me.id,
  isGone: state !== 'due' && state !== 'unfunded',
  hasDecided: proposedBy === me.id || decidedBy === me.id,
  hasWords: words.trim() !== '',
  isTooLate: later(updatedAt, OBJECTION_DAYS * DAY) < systemClock.now(),
});

/** A wrong amount is taken back and the right one earned anew: never an edit, never by one person alone. */
@Injectable()
export class CorrectionService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly corrections: CorrectionRepository,
    private readonly earnings: EarningRepository,
    private readonly earning: EarningService,
    private readonly reversals: ReversalService,
    private readonly outbox: Outbox,
  ) {}

  /** Refuses `own_money`, `paid_already`, `same_amount` and `correction_open`. Moves nothing yet. */
  async propose(once: Once, me: Actor, earningId: string, body: CorrectionBody): Promise<string> {
    const { reason, note } = body;
    const rightAmount = BigInt(body.rightAmount);
    const { id } = await this.idempotency.run(once, async (tx) => {
      const row = await this.earnings.lock(tx, earningId);
      if (row === null) throw refusal(compensationRefusals, 'not_found');
      if (row.personId === me.id) throw refusal(compensationRefusals, 'own_money');
      if (row.state !== 'due' && row.state !== 'unfunded')
        throw refusal(compensationRefusals, 'paid_already');
      if (row.amount === rightAmount) throw refusal(compensationRefusals, 'same_amount');
      const { programId, personId } = row;
      const made = { id: newId('cor'), earningId, programId, personId, reason, note, rightAmount };
      if (!(await this.corrections.insert(tx, { ...made, proposedBy: me.id })))
        throw refusal(compensationRefusals, 'correction_open');
      await this.reversals.note(tx, me, 'propose', made.id, { earningId, reason, rightAmount });
      return { id: made.id };
    });
    return id;
  }

  /**
   * Confirms, which takes the amount back and earns the right one; withdraws; objects as its owner; or answers an
   * objection as a third person.
   */
  async act(once: Once, me: Actor, id: string, verb: CorrectionVerb, words = ''): Promise<void> {
    await this.idempotency.run(once, async (tx) => {
      const row = await this.corrections.lock(tx, id);
      const earning = row === null ? null : await this.earnings.lock(tx, row.earningId);
      if (row === null || earning === null) throw refusal(compensationRefusals, 'not_found');
      const facts = correctionFacts(row, earning, me, words);
      const decision = decide(correctionWorkflow, row.state, verb, me, facts);
      if (decision.kind === 'already') return { id };
      if (decision.kind === 'refused')
        throw refusedMove(compensationRefusals, decision.code, correctionWorkflow, row.state, verb);
      const { to } = decision;
      await this.write(tx, me, row, verb, words.trim());
      if (!(await this.corrections.move(tx, { id, verb, from: row.state, to, actor: me })))
        throw refusal(compensationRefusals, 'wrong_state');
      if (to === 'confirmed') await this.correct(tx, me, row, earning);
      else await this.reversals.note(tx, me, verb, id, { earningId: row.earningId });
      if (to === 'upheld' || to === 'overturned') await this.answered(tx, me, row, earning, to, words.trim());
      return { id };
    });
  }

  /** Who and what is written down before the state moves: the table's CHECKs compare the people. */
  private async write(
    tx: Tx,
    me: Actor,
    { id }: CorrectionEntity,
    verb: CorrectionVerb,
    words: string,
  ): Promise<void> {
    if (verb === 'contest') return this.corrections.object(tx, id, words);
    if (verb === 'uphold' || verb === 'overturn') return this.corrections.answer(tx, id, words, me.id);
    if (verb === 'confirm') return this.corrections.sign(tx, id, me.id);
  }

  /** Overturned: what the correction took is earned again; what stood in its place stays. */
  private async answered(
    tx: Tx,
    me: Actor,
    { id: correctionId, rightAmount }: CorrectionEntity,
    { id: earningId, programId, personId, category, amount, currency }: EarningEntity,
    to: 'upheld' | 'overturned',
    answer: string,
  ): Promise<void> {
    if (to === 'overturned' && amount > rightAmount)
      await this.earning.earn(
        tx,
        {
          programId,
          personId,
          category,
          causeType: 'restored',
          causeId: correctionId,
          amount: amount - rightAmount,
          currency,
          source: account.fund(programId, currency),
          rate: null,
          evidence: { earningId, correctionId },
        },
        me,
      );
    await this.outbox.add(tx, objectionAnswered, {
      correctionId,
      earningId,
      personId,
      programId,
      to,
      answer,
    });
  }

  private async correct(tx: Tx, me: Actor, row: CorrectionEntity, earning: EarningEntity): Promise<void> {
    const { id: correctionId, reason, note, rightAmount } = row;
    const { id: earningId, programId, personId, category, amount, currency } = earning;
    await this.reversals.reverse(tx, me, earning, { correctionId, reason });
    if (rightAmount > 0n)
      await this.earning.earn(
        tx,
        {
          programId,
          personId,
          category,
          causeType: 'correction',
          causeId: correctionId,
          amount: rightAmount,
          currency,
          source: account.fund(programId, currency),
          rate: null,
          evidence: { earningId, correctionId, reason, note },
        },
        me,
      );
    await this.outbox.add(tx, earningReversed, {
      earningId,
      correctionId,
      personId,
      programId,
      reason,
      note,
      amount: amount.toString(),
      rightAmount: rightAmount.toString(),
      currency,
    });
  }
}
