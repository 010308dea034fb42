import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { DAY, later } from '../../../kernel/clock';
import { refusal } from '../../../kernel/refusal';
import { available } from '../../../kernel/workflow';
import { moneyView } from '../../../platform/http/money.dto';
import type { Once } from '../../../platform/idempotency/idempotency';
import { compensationRefusals } from '../contract';
import { correctionWorkflow, OBJECTION_DAYS } from '../domain/correction.workflow';
import type { EarningEntity } from '../earning.entity';
import { EarningRepository } from '../earning.repository';
import type { OwnCorrectionView } from './correction.dto';
import { CorrectionRepository } from './correction.repository';
import { correctionFacts, CorrectionService } from './correction.service';

/** What an artist sees of a correction, and says against it. */
@Injectable()
export class ObjectionService {
  constructor(
    private readonly corrections: CorrectionRepository,
    private readonly earnings: EarningRepository,
    private readonly steps: CorrectionService,
  ) {}

  /** Once for each correction. Refuses `not_found` for what was not corrected or is another's. */
  async object(once: Once, me: Actor, earningId: string, text: string): Promise<OwnCorrectionView> {
    const earning = await this.earnings.find(earningId);
    const row = await this.corrections.findOf(earningId);
    if (earning?.personId !== me.id || row === null) throw refusal(compensationRefusals, 'not_found');
    await this.steps.act(once, me, row.id, 'contest', text);
    const view = await this.of(me, earning);
    if (view === null) throw refusal(compensationRefusals, 'not_found');
    return view;
  }

  /** The correction that took effect on this earning; `null`: none did. */
  async of(me: Actor, earning: EarningEntity): Promise<OwnCorrectionView | null> {
    const row = await this.corrections.findOf(earning.id);
    if (row === null) return null;
    const { id, state, reason, note, rightAmount, objection, answer, updatedAt } = row;
    const { currency } = earning;
    return {
      id,
      state,
      reason,
      note,
      rightAmount: moneyView({ amount: rightAmount, currency }),
      objection,
      answer,
      objectUntil: later(updatedAt, OBJECTION_DAYS * DAY).toISOString(),
      available: available(correctionWorkflow, state, me, correctionFacts(row, earning, me)),
    };
  }
}
