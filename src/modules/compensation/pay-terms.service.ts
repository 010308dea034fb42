import { Injectable } from '@nestjs/common';
import type { Currency } from '../../kernel/money';
import { Refusal } from '../../kernel/refusal';
import type { Tx } from '../../platform/db/database';
import { ProgramService, rateDefaults, type RateCard } from '../program';
import type { EarningDraft } from './contract';
import { sourceCountryOf } from './domain/tax-rules';
import type { PayTerms } from './earning.repository';
import { TaxRepository } from './tax/tax.repository';

/** What is promised about an amount besides the amount itself: by when it is paid, what a delay costs, where it is from. */
@Injectable()
export class PayTermsService {
  constructor(
    private readonly programs: ProgramService,
    private readonly taxes: TaxRepository,
  ) {}

  /** The card in force, or at a moment; `null` where none was ever published. */
  async card(tx: Tx, programId: string, at?: Date): Promise<RateCard | null> {
    try {
      return await this.programs.rateCard(programId, tx, at);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'nothing_published') return null;
      throw error;
    }
  }

  async of(tx: Tx, draft: EarningDraft): Promise<PayTerms> {
    const { programId, personId, category, currency, sourceCountry } = draft;
    const { payWithinDays, lateBasisPointsPerDay } =
      (await this.card(tx, programId))?.rules ?? rateDefaults(currency);
    return {
      payWithinDays,
      lateBasisPoints: lateBasisPointsPerDay,
      sourceCountry:
        sourceCountry ??
        sourceCountryOf(
          category,
          (await this.taxes.settings(programId, tx))?.payerCountry ?? null,
          (await this.taxes.residence(personId, tx))?.country ?? null,
        ),
    };
  }

  /** The floor for work of this person; the country is where they are resident. */
  async country(tx: Tx, personId: string): Promise<string | null> {
    return (await this.taxes.residence(personId, tx))?.country ?? null;
  }

  /** Rules of the card of this version, or what holds where a card says nothing. */
  async rules(tx: Tx, programId: string, currency: Currency): Promise<RateCard['rules']> {
    return (await this.card(tx, programId))?.rules ?? rateDefaults(currency);
  }
}
