import { Injectable } from '@nestjs/common';
import type { Currency } from '../../../kernel/money';
import { Database } from '../../../platform/db/database';
import type { PayoutState } from '../domain/payout.workflow';

export interface RegisterRow {
  readonly id: string;
  readonly batchId: string;
  readonly programId: string;
  readonly personId: string;
  readonly amount: bigint;
  readonly currency: Currency;
  readonly earnings: number;
  readonly state: PayoutState;
  readonly rail: string | null;
  readonly railRef: string | null;
  readonly reason: string | null;
  readonly draftedBy: string;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  readonly secondApprovedBy: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly paidAt: Date | null;
  /** Whole days from the draft to the arrival. */
  readonly daysToCash: number | null;
}

export interface RegisterFilter {
  readonly state: PayoutState | null;
  readonly programId: string | null;
  readonly personId: string | null;
  /** Drafted at or after. */
  readonly from: Date | null;
  /** Drafted before. */
  readonly until: Date | null;
}

/**
 * Caller: RegisterService, page after page; $6 is the last payout shown, $7 the size of a page.
 * Index: primary key, read upwards; the filters of one person or programme by theirs.
 * Twice: reading only.
 */
const PAGE = `
  SELECT p.id, p.batch_id AS "batchId", p.program_id AS "programId", p.person_id AS "personId", p.amount, p.currency,
    cardinality(p.earning_ids) AS earnings, p.state, p.rail, p.rail_ref AS "railRef", p.reason,
    b.drafted_by AS "draftedBy", b.approved_by AS "approvedBy", b.approved_at AS "approvedAt",
    b.second_approved_by AS "secondApprovedBy",
    p.created_at AS "createdAt", p.sent_at AS "sentAt", p.paid_at AS "paidAt",
    floor(extract(epoch FROM p.paid_at - p.created_at) / 86400)::int AS "daysToCash"
  FROM payouts_payouts p JOIN payouts_batches b ON b.id = p.batch_id
  WHERE ($1::text IS NULL OR p.state = $1) AND ($2::text IS NULL OR p.program_id = $2)
    AND ($3::text IS NULL OR p.person_id = $3)
    AND ($4::timestamptz IS NULL OR p.created_at >= $4) AND ($5::timestamptz IS NULL OR p.created_at < $5)
    AND p.id > $6
  ORDER BY p.id LIMIT $7`;

@Injectable()
export class RegisterRepository {
  constructor(private readonly db: Database) {}

  /** Oldest first, younger than the payout `after`. */
  async list(filter: RegisterFilter, after: string, limit: number): Promise<RegisterRow[]> {
    const { state, programId, personId, from, until } = filter;
    return this.db.read<RegisterRow>(PAGE, [state, programId, personId, from, until, after, limit]);
  }
}
