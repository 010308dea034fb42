import { Injectable } from '@nestjs/common';
import type { Currency } from '../../kernel/money';
import { refusal } from '../../kernel/refusal';
import type { Tx } from '../../platform/db/database';
import { CompensationService } from '../compensation';
import { account, LedgerService } from '../ledger';
import { payoutsRefusals } from './contract';
import { draftOf, type Draft } from './domain/draft';

/**
 * Caller: DueService.collect, first statement of a draft.
 * Index: none; an advisory lock that ends with the transaction.
 * Twice: one draft of a programme and currency at a time. The second is told so instead of waiting: waiting drafts
 * would hold the connections that the first one needs.
 */
const TRY_TURN = `SELECT pg_try_advisory_xact_lock(hashtextextended('payouts.draft ' || $1, 7248)) AS got`;

/** What artists are owed and no batch has promised them yet. */
@Injectable()
export class DueService {
  constructor(
    private readonly compensation: CompensationService,
    private readonly ledger: LedgerService,
  ) {}

  /** Who could be paid now and who not. Refuses `draft_in_progress` while somebody else is at it. */
  async collect(tx: Tx, programId: string, currency: Currency, drafterId: string): Promise<Draft> {
    const [turn] = await tx.query<{ got: boolean }>(TRY_TURN, [`${programId} ${currency}`]);
    if (turn?.got !== true) throw refusal(payoutsRefusals, 'draft_in_progress');
    const due = await this.compensation.due(programId, currency, tx);
    const balances = await this.ledger.balances(
      due.map(({ personId }) => account.payable(personId, currency)),
      tx,
    );
    return draftOf(
      due,
      drafterId,
      (personId) => balances.get(account.payable(personId, currency))?.available ?? 0n,
    );
  }

  /** Promises these earnings to a payout. */
  async claim(tx: Tx, earningIds: readonly string[], payoutId: string): Promise<void> {
    await this.compensation.claim(tx, [...earningIds], payoutId);
  }
}
