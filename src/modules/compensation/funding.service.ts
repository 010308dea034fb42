import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor';
import { Refusal } from '../../kernel/refusal';
import { Database, type Tx } from '../../platform/db/database';
import { AuditService } from '../audit';
import { LedgerService } from '../ledger';
import { earnedBy, type EarningMoney } from './domain/recipes';
import { EarningRepository } from './earning.repository';

const isInsufficient = (error: unknown): boolean =>
  error instanceof Refusal && error.module === 'ledger' && error.code === 'insufficient';

/** Turns what is owed into what the artist has: at once when the source has the money, else as soon as it does. */
@Injectable()
export class EarningFundingService {
  constructor(
    private readonly db: Database,
    private readonly earnings: EarningRepository,
    private readonly ledger: LedgerService,
    private readonly audit: AuditService,
  ) {}

  /** `false`: the source has not enough; nothing was moved and the earning waits. */
  async fund(tx: Tx, earning: EarningMoney): Promise<boolean> {
    try {
      await this.ledger.post(tx, earnedBy(earning));
    } catch (error) {
      if (isInsufficient(error)) return false;
      throw error;
    }
    await this.earnings.moveToDue(tx, earning.id);
    return true;
  }

  /** Pays what waits, oldest first: where a source runs dry, nothing younger overtakes. Returns how many were funded. */
  async fundWaiting(): Promise<number> {
    const dry: string[] = [];
    let after = '';
    let funded = 0;
    for (;;) {
      const seen = await this.db.tx((tx) => this.fundNext(tx, after, dry));
      if (seen === null) return funded;
      after = seen.id;
      if (seen.isFunded) funded += 1;
      else dry.push(seen.source);
    }
  }

  private async fundNext(
    tx: Tx,
    after: string,
    dry: readonly string[],
  ): Promise<{ id: string; source: string; isFunded: boolean } | null> {
    const earning = await this.earnings.lockUnfunded(tx, after, dry);
    if (earning === undefined) return null;
    const { id, source } = earning;
    const isFunded = await this.fund(tx, earning);
    if (isFunded) await this.audit.record(tx, SYSTEM, 'earning.fund', id, { source });
    return { id, source, isFunded };
  }
}
