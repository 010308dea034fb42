import { Injectable } from '@nestjs/common';
import type { Currency } from '../../../kernel/money';
import { Database } from '../../../platform/db/database';
import { WORK_CAUSES, type Work } from '../domain/work-causes';
import { EARNED_BY_WORK } from '../earning.sql';

export interface FeedbackPay {
  readonly currency: Currency;
  /** Owed and not paid yet. */
  readonly due: bigint;
  readonly paid: bigint;
}

/**
 * Caller: FeedbackPayRepository.of.
 * Index: see EARNED_BY_WORK.
 * Twice: reading only.
 */
const SUM_PAY = `${EARNED_BY_WORK}
  SELECT ref, currency,
    coalesce(sum(amount) FILTER (WHERE state <> 'reversed' AND paid_at IS NULL), 0)::text AS due,
    coalesce(sum(amount) FILTER (WHERE state <> 'reversed' AND paid_at IS NOT NULL), 0)::text AS paid
  FROM earned GROUP BY ref, currency`;

@Injectable()
export class FeedbackPayRepository {
  constructor(private readonly db: Database) {}

  /** What work earned, by the name of its pay, with what stands in the place of an amount that was taken back. */
  async of(work: Work, refs: readonly string[]): Promise<Map<string, FeedbackPay>> {
    const rows = await this.db.read<{ ref: string; currency: Currency; due: string; paid: string }>(SUM_PAY, [
      WORK_CAUSES[work],
      refs,
    ]);
    return new Map(
      rows.map(({ ref, currency, due, paid }) => [ref, { currency, due: BigInt(due), paid: BigInt(paid) }]),
    );
  }
}
