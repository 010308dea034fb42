import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { compensationRefusals } from '../contract';
import { correctionWorkflow, type CorrectionFacts } from '../domain/correction.workflow';
import type { EarningEntity } from '../earning.entity';
import { EarningRepository } from '../earning.repository';
import { CorrectionEffectService } from './correction-effect.service';
import type { CorrectionBody, CorrectionButton } from './correction.dto';
import type { CorrectionEntity } from './correction.entity';
import { CorrectionRepository } from './correction.repository';
import { ReversalService } from './reversal.service';

/** What decides about a correction besides its state. */
export const correctionFacts = (
  { personId, proposedBy, decidedBy, state }: CorrectionEntity,
  earning: Pick<EarningEntity, 'state'>,
  me: Actor,
): CorrectionFacts => ({
  isPayee: personId === me.id,
  isProposer: proposedBy === me.id,
  isGone: earning.state !== 'due' && earning.state !== 'unfunded',
  isHeld: state === 'proposed' && decidedBy !== null,
});

/** A wrong amount is taken back and the right one earned anew: never an edit, never by one person alone. */
@Injectable()
export class CorrectionService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly corrections: CorrectionRepository,
    private readonly earnings: EarningRepository,
    private readonly effects: CorrectionEffectService,
    private readonly reversals: ReversalService,
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

  /** Withdraws; or confirms, which takes the amount back and earns the right one, unless a second look comes first. */
  async act(once: Once, me: Actor, id: string, verb: CorrectionButton): Promise<void> {
    await this.idempotency.run(once, async (tx) => {
      const row = await this.corrections.lock(tx, id);
      const earning = row === null ? null : await this.earnings.lock(tx, row.earningId);
      if (row === null || earning === null) throw refusal(compensationRefusals, 'not_found');
      const decision = decide(correctionWorkflow, row.state, verb, me, correctionFacts(row, earning, me));
      if (decision.kind === 'refused')
        throw refusedMove(compensationRefusals, decision.code, correctionWorkflow, row.state, verb);
      if (decision.kind === 'move')
        await (verb === 'confirm'
          ? this.effects.confirm(tx, me, row, earning)
          : this.effects.withdraw(tx, me, row));
      return { id };
    });
  }
}
