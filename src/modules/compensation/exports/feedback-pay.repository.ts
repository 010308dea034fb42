import { Injectable } from '@nestjs/common';
import type { Currency } from '../../../kernel/money';
import { Database } from '../../../platform/db/database';

export interface FeedbackPay {
  readonly currency: Currency;
  /** Owed and not paid yet. */
  readonly due: bigint;
  readonly paid: bigint;
}

@Injectable()
export class FeedbackPayRepository {
  constructor(private readonly db: Database) {}

  /** What feedback earned, by the name of its pay. What was taken back is nothing. */
  async of(payRefs: readonly string[]): Promise<Map<string, FeedbackPay>> {
    const rows = await this.db.read<{ ref: string; currency: Currency; due: string; paid: string }>(
      `SELECT cause_id AS ref, currency,
         coalesce(sum(amount) FILTER (WHERE state <> 'reversed' AND paid_at IS NULL), 0)::text AS due,
         coalesce(sum(amount) FILTER (WHERE state <> 'reversed' AND paid_at IS NOT NULL), 0)::text AS paid
       FROM compensation_earnings WHERE cause_type = 'feedback' AND cause_id = ANY ($1) GROUP BY cause_id, currency`,
      [payRefs],
    );
    return new Map(
      rows.map(({ ref, currency, due, paid }) => [ref, { currency, due: BigInt(due), paid: BigInt(paid) }]),
    );
  }
}
