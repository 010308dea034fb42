import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { systemClock } from '../../../kernel/clock';
import type { Tx } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { LedgerService } from '../../ledger';
import type { DueIn } from '../contract';
import { withheld } from '../domain/recipes';
import { withheldFrom, type PayeeFacts } from '../domain/tax-gate';
import { sourceCountryOf } from '../domain/tax-rules';
import { EarningRepository, type TaxableEarning } from '../earning.repository';
import { PayGateService } from './pay-gate.service';
import { TaxRepository, type TaxSettings } from './tax.repository';

/** Works out what is withheld from earnings that are due, and posts it; asked before a batch is put together. */
@Injectable()
export class AssessmentService {
  constructor(
    private readonly taxes: TaxRepository,
    private readonly gate: PayGateService,
    private readonly earnings: EarningRepository,
    private readonly ledger: LedgerService,
    private readonly audit: AuditService,
  ) {}

  /** Every earning of these people that is due is compared with the forms of now; what differs is posted. Safe to repeat. */
  async assess(tx: Tx, of: DueIn, personIds: readonly string[]): Promise<void> {
    const settings = await this.taxes.settings(of.programId, tx);
    if (settings === null) return;
    const rows = await this.earnings.lockTaxable(tx, of, personIds);
    if (rows.length === 0) return;
    const now = systemClock.now();
    const people = [...new Set(rows.map(({ personId }) => personId))];
    const facts = await this.gate.facts(settings, people, now, tx);
    for (const row of rows) await this.withhold(tx, settings, row, facts.get(row.personId), now);
  }

  private async withhold(
    tx: Tx,
    { programId, payerCountry }: TaxSettings,
    row: TaxableEarning,
    facts: PayeeFacts | undefined,
    now: Date,
  ): Promise<void> {
    if (facts === undefined) return;
    const sourceCountry = row.sourceCountry ?? sourceCountryOf(row.category, payerCountry, facts.residence);
    const to = withheldFrom({ ...row, sourceCountry }, facts, now);
    const revision = row.taxRevision + 1;
    const entry = withheld(row, programId, { from: row.withheld, to, revision });
    if (entry === null) return;
    await this.ledger.post(tx, entry);
    await this.earnings.setWithheld(tx, { ...row, sourceCountry }, to, revision);
    await this.audit.record(tx, SYSTEM, 'earning.withhold', row.id, {
      from: row.withheld,
      to,
      sourceCountry,
    });
  }
}
