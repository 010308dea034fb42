import { Injectable } from '@nestjs/common';
import type { Currency } from '../../../kernel/money';
import { Database, type Tx } from '../../../platform/db/database';
import type { Category } from '../contract';
import type { FormFact, YearSum } from '../domain/tax-gate';
import type { TaxRegime } from '../domain/tax-rules';
import * as sql from './tax.sql';

export interface TaxSettings {
  readonly programId: string;
  readonly regime: TaxRegime;
  readonly payerCountry: string;
}

export interface Residence {
  readonly country: string;
  readonly isUsPerson: boolean;
}

export interface Payee {
  readonly personId: string;
  readonly residence: string | null;
  readonly isUsPerson: boolean;
  readonly forms: readonly FormFact[];
}

export interface DuePerson {
  readonly programId: string;
  readonly currency: Currency;
  readonly personId: string;
  readonly amount: bigint;
}

type StoredForm = Omit<FormFact, 'treatyRate' | 'expiresAt'> & {
  treatyRate: string | null;
  expiresAt: string | null;
};

/** Where artists are resident and by whose rules programmes pay. */
@Injectable()
export class TaxRepository {
  constructor(private readonly db: Database) {}

  async settings(programId: string, tx?: Tx): Promise<TaxSettings | null> {
    const [row] = await this.read<TaxSettings>(
      `SELECT program_id AS "programId", regime, payer_country AS "payerCountry"
       FROM compensation_tax_settings WHERE program_id = $1`,
      [programId],
      tx,
    );
    return row ?? null;
  }

  async putSettings(tx: Tx, { programId, regime, payerCountry }: TaxSettings, by: string): Promise<void> {
    await tx.run(sql.PUT_SETTINGS, [programId, regime, payerCountry, by]);
  }

  async residence(personId: string, tx?: Tx): Promise<Residence | null> {
    const [row] = await this.read<Residence>(
      `SELECT country, is_us_person AS "isUsPerson" FROM compensation_tax_residences WHERE person_id = $1`,
      [personId],
      tx,
    );
    return row ?? null;
  }

  async putResidence(tx: Tx, personId: string, { country, isUsPerson }: Residence): Promise<void> {
    await tx.run(sql.PUT_RESIDENCE, [personId, country, isUsPerson]);
  }

  async payees(personIds: readonly string[], tx?: Tx): Promise<Payee[]> {
    type Row = Omit<Payee, 'forms'> & { forms: StoredForm[] };
    const rows = await this.read<Row>(sql.PAYEES, [personIds], tx);
    return rows.map(({ forms, ...row }) => ({ ...row, forms: forms.map(formFact) }));
  }

  /** By person. `currency` is the one that the thresholds are in. */
  async yearSums(
    personIds: readonly string[],
    { regime, currency, from }: { regime: TaxRegime; currency: Currency; from: Date },
    tx?: Tx,
  ): Promise<Map<string, YearSum[]>> {
    type Row = YearSum & { personId: string; category: Category };
    const sums = new Map<string, YearSum[]>();
    for (const { personId, ...sum } of await this.read<Row>(
      sql.YEAR_SUMS,
      [personIds, regime, currency, from],
      tx,
    ))
      sums.set(personId, [...(sums.get(personId) ?? []), sum]);
    return sums;
  }

  async listDue(programId: string | null): Promise<DuePerson[]> {
    return this.read(sql.DUE_PEOPLE, [programId]);
  }

  async payingPrograms(personId: string): Promise<{ programId: string; currency: Currency }[]> {
    return this.read(sql.PAYING_PROGRAMS, [personId]);
  }

  private async read<T extends object>(text: string, values: readonly unknown[], tx?: Tx): Promise<T[]> {
    return tx === undefined ? this.db.read<T>(text, [...values]) : tx.query<T>(text, [...values]);
  }
}

function formFact({ kind, state, treatyRate, expiresAt }: StoredForm): FormFact {
  return {
    kind,
    state,
    treatyRate: treatyRate === null ? null : BigInt(treatyRate),
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
  };
}
