import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { MyTaxPage } from './my-tax-page.service';
import type { MyTaxView, ResidenceBody, TaxFormBody } from './tax.dto';
import { TaxFormRepository } from './tax-form.repository';
import { TaxFormService } from './tax-form.service';
import { TaxRepository } from './tax.repository';

/** One's own tax page: where one is resident, one's forms, and what money waits for one of them. */
@Injectable()
export class MyTaxService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly taxes: TaxRepository,
    private readonly forms: TaxFormRepository,
    private readonly steps: TaxFormService,
    private readonly pages: MyTaxPage,
    private readonly audit: AuditService,
  ) {}

  async get(me: Actor): Promise<MyTaxView> {
    return this.pages.of(me, await this.taxes.residence(me.id), await this.forms.listOf(me.id));
  }

  async setResidence(once: Once, me: Actor, { country, isUsPerson }: ResidenceBody): Promise<MyTaxView> {
    await this.idempotency.run(once, async (tx) => {
      await this.taxes.putResidence(tx, me.id, { country, isUsPerson });
      await this.audit.record(tx, me, 'tax.set_residence', me.id, { country, isUsPerson });
      return {};
    });
    return this.get(me);
  }

  async handIn(once: Once, me: Actor, body: TaxFormBody): Promise<MyTaxView> {
    await this.idempotency.run(once, async (tx) => {
      const residence = await this.taxes.residence(me.id, tx);
      const { id } = await this.steps.handIn(tx, me, residence, body);
      return { id };
    });
    return this.get(me);
  }
}
