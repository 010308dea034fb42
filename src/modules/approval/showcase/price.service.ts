import { Injectable } from '@nestjs/common';
import type { Currency } from '../../../kernel/money';
import { Refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { ProgramService } from '../../program';
import { USES, type Use } from '../domain/showcase';

/** What a use costs by the card in force. */
export interface UsePrice {
  /** Minor units. */
  readonly amount: bigint;
  readonly currency: Currency;
  readonly version: number;
}

/** Prices of uses, from the rate card in force. */
@Injectable()
export class UsePriceService {
  constructor(private readonly programs: ProgramService) {}

  /** By use; a use without a price is missing. */
  async of(programId: string, tx?: Tx): Promise<ReadonlyMap<Use, UsePrice>> {
    const prices = new Map<Use, UsePrice>();
    try {
      const { items, currency, version } = await this.programs.rateCard(programId, tx);
      for (const use of Object.keys(USES) as Use[]) {
        const amount = items[USES[use].rateItem];
        if (amount !== undefined) prices.set(use, { amount, currency, version });
      }
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'nothing_published')) throw error;
    }
    return prices;
  }
}
