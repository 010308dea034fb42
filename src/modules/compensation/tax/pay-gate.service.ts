import { Injectable } from '@nestjs/common';
import { systemClock } from '../../../kernel/clock';
import type { Currency } from '../../../kernel/money';
import type { Tx } from '../../../platform/db/database';
import { neededForms, payBlock, type PayBlock, type PayeeFacts } from '../domain/tax-gate';
import { THRESHOLDS, type TaxFormKind } from '../domain/tax-rules';
import { TaxRepository, type DuePerson, type TaxSettings } from './tax.repository';

/** The currency of all thresholds there are. */
const THRESHOLD_CURRENCY: Currency = THRESHOLDS[0]?.currency ?? 'USD';

/** Somebody who cannot be paid yet, and why. */
export interface MissingForm extends DuePerson, Standing {}

interface Standing {
  readonly block: PayBlock;
  /** The form to ask for; `null` while the residence is not known. */
  readonly kind: TaxFormKind | null;
}

/**
 * Who may not be paid now for want of a tax form. Whoever drafts a batch asks before, for everybody with something due;
 * `PAY_BLOCKS` has the sentence for each reason. A programme without tax settings blocks nobody.
 */
@Injectable()
export class PayGateService {
  constructor(private readonly taxes: TaxRepository) {}

  /** Whether this programme has rules about tax at all. */
  async asks(programId: string, tx: Tx): Promise<boolean> {
    return (await this.taxes.settings(programId, tx)) !== null;
  }

  /** By person, only those who are blocked. Inside of a transaction hand over `tx`. */
  async blocked(programId: string, personIds: readonly string[], tx?: Tx): Promise<Map<string, PayBlock>> {
    const standings = await this.standings(programId, personIds, tx);
    return new Map([...standings].map(([personId, { block }]) => [personId, block]));
  }

  /** Everybody with something due who cannot be paid yet; of one programme, or of all. */
  async missing(programId: string | null): Promise<MissingForm[]> {
    const due = await this.taxes.listDue(programId);
    const programs = [...new Set(due.map((line) => line.programId))];
    const blocks = new Map(
      await Promise.all(
        programs.map(async (id) => {
          const people = due.filter((line) => line.programId === id).map(({ personId }) => personId);
          return [id, await this.standings(id, [...new Set(people)])] as const;
        }),
      ),
    );
    return due.flatMap((line) => {
      const standing = blocks.get(line.programId)?.get(line.personId);
      return standing === undefined ? [] : [{ ...line, ...standing }];
    });
  }

  private async standings(
    programId: string,
    personIds: readonly string[],
    tx?: Tx,
  ): Promise<Map<string, Standing>> {
    const settings = await this.taxes.settings(programId, tx);
    if (settings === null || settings.regime === 'none' || personIds.length === 0) return new Map();
    const now = systemClock.now();
    const found = new Map<string, Standing>();
    for (const [personId, facts] of await this.facts(settings, personIds, now, tx)) {
      const block = payBlock(facts, now);
      const kind = facts.residence === null ? null : (neededForms(facts)[0] ?? null);
      if (block !== null) found.set(personId, { block, kind });
    }
    return found;
  }

  /** What rules may know of these people in this programme. */
  async facts(
    { regime }: Pick<TaxSettings, 'regime'>,
    personIds: readonly string[],
    now: Date,
    tx?: Tx,
  ): Promise<Map<string, PayeeFacts>> {
    const year = now.getUTCFullYear();
    const from = new Date(Date.UTC(year, 0, 1));
    const payees = await this.taxes.payees(personIds, tx);
    const sums = await this.taxes.yearSums(personIds, { regime, currency: THRESHOLD_CURRENCY, from }, tx);
    return new Map(
      payees.map(({ personId, ...payee }) => [
        personId,
        { regime, year, ...payee, sums: sums.get(personId) ?? [] },
      ]),
    );
  }
}
