import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { PAY_BLOCKS } from '../domain/tax-gate';
import { EU_COUNTRIES, TAX_FORM_KINDS, TAX_FORMS, type TaxFormKind } from '../domain/tax-rules';
import { IdentitySealing } from './identity.service';
import { PayGateService } from './pay-gate.service';
import type { MyTaxView, PayBlockView } from './tax.dto';
import { taxFormDetailView } from './tax.mapping';
import { TaxFormRepository } from './tax-form.repository';
import { TaxRepository, type Residence } from './tax.repository';

/** Forms that somebody with this residence may need. */
function kindsFor(residence: Residence | null): TaxFormKind[] {
  if (residence === null) return [];
  return TAX_FORM_KINDS.filter((kind) => {
    if (TAX_FORMS[kind].regime === 'dac7') return EU_COUNTRIES.has(residence.country);
    return residence.isUsPerson === (kind === 'w9');
  });
}

/** Puts the page together. */
@Injectable()
export class MyTaxPage {
  constructor(
    private readonly taxes: TaxRepository,
    private readonly forms: TaxFormRepository,
    private readonly sealing: IdentitySealing,
    private readonly gate: PayGateService,
  ) {}

  async of(
    me: Actor,
    residence: Residence | null,
    rows: Awaited<ReturnType<TaxFormRepository['listOf']>>,
  ): Promise<MyTaxView> {
    const forms = await Promise.all(
      rows.map(async (row) => {
        const sealed = await this.forms.identity(row.id);
        return taxFormDetailView(row, me, sealed === null ? null : this.sealing.open(me.id, sealed));
      }),
    );
    return { residence, forms, blocks: await this.blocks(me.id), kinds: kindsFor(residence) };
  }

  private async blocks(personId: string): Promise<PayBlockView[]> {
    const programs = [...new Set((await this.taxes.payingPrograms(personId)).map((one) => one.programId))];
    const found = await Promise.all(
      programs.map(async (programId) => {
        const block = (await this.gate.blocked(programId, [personId])).get(personId);
        return block === undefined ? [] : [{ programId, block, says: PAY_BLOCKS[block] }];
      }),
    );
    return found.flat();
  }
}
