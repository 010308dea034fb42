import { Injectable } from '@nestjs/common';
import type { Currency } from '../../../kernel/money';
import { Database } from '../../../platform/db/database';

export interface FeedbackPay {
  readonly currency: Currency;
  /** Owed and not paid yet. */
  readonly due: bigint;
  readonly paid: bigint;
}

/** The causes under which one piece of work earns: an item of feedback, or a seat with its top-up. */
export const WORK_CAUSES = { feedback: ['feedback'], taskSeat: ['task_seat', 'true_up'] } as const;

/**
 * Caller: FeedbackPayRepository.of. $1 cause types, $2 cause ids.
 * Index: compensation_earnings_cause_type_cause_id_key, compensation_earnings_stead.
 * Twice: reading only.
 */
const SUM_PAY = `
  WITH RECURSIVE earned AS (
    SELECT id, cause_id AS ref, currency, amount, state, paid_at FROM compensation_earnings
    WHERE cause_type = ANY ($1) AND cause_id = ANY ($2)
    UNION ALL
    SELECT e.id, o.ref, e.currency, e.amount, e.state, e.paid_at
    FROM earned o JOIN compensation_earnings e
      ON e.evidence ->> 'earningId' = o.id AND e.cause_type IN ('correction', 'restored')
  )
  SELECT ref, currency,
    coalesce(sum(amount) FILTER (WHERE state <> 'reversed' AND paid_at IS NULL), 0)::text AS due,
    coalesce(sum(amount) FILTER (WHERE state <> 'reversed' AND paid_at IS NOT NULL), 0)::text AS paid
  FROM earned GROUP BY ref, currency`;

@Injectable()
export class FeedbackPayRepository {
  constructor(private readonly db: Database) {}

  /** What work earned, by the name of its pay, with what stands in the place of an amount that was taken back. */
  async of(causes: readonly string[], refs: readonly string[]): Promise<Map<string, FeedbackPay>> {
    const rows = await this.db.read<{ ref: string; currency: Currency; due: string; paid: string }>(SUM_PAY, [
      causes,
      refs,
    ]);
    return new Map(
      rows.map(({ ref, currency, due, paid }) => [ref, { currency, due: BigInt(due), paid: BigInt(paid) }]),
    );
  }
}
