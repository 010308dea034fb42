import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { moneyView } from '../../../platform/http/money.dto';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { PeopleService } from '../../access';
import { compensationRefusals } from '../contract';
import { PAY_BLOCKS } from '../domain/tax-gate';
import { IdentityReader } from './identity-reader.service';
import { PayGateService } from './pay-gate.service';
import type {
  MissingFormListView,
  StaffTaxFormView,
  TaxFormPage,
  TaxFormQuery,
  TaxRequestBody,
} from './tax-desk.dto';
import type { TaxFormDetailView } from './tax.dto';
import { taxFormView } from './tax.mapping';
import type { TaxFormEntity } from './tax-form.entity';
import { TaxFormRepository } from './tax-form.repository';
import { TaxFormService } from './tax-form.service';

/** Finance's desk: forms to look at, people to ask, money that waits. */
@Injectable()
export class TaxDeskService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly forms: TaxFormRepository,
    private readonly steps: TaxFormService,
    private readonly gate: PayGateService,
    private readonly people: PeopleService,
    private readonly identities: IdentityReader,
  ) {}

  async list(me: Actor, { cursor, limit, state, personId }: TaxFormQuery): Promise<TaxFormPage> {
    const { items, next } = await this.forms.list(
      { ...(state && { state }), ...(personId && { personId }) },
      cursor,
      limit,
    );
    const names = await this.people.cards(items.map((row) => row.personId));
    const view = (row: TaxFormEntity): StaffTaxFormView => ({
      ...taxFormView(row, me),
      personName: names.get(row.personId)?.name ?? row.personId,
    });
    return { items: items.map(view), next };
  }

  /** With what it says; that it was looked at is noted. Refuses `not_found`. */
  async get(me: Actor, id: string): Promise<TaxFormDetailView> {
    const row = await this.forms.find(id);
    if (row === null) throw refusal(compensationRefusals, 'not_found');
    return this.identities.read(me, row);
  }

  async act(
    once: Once,
    me: Actor,
    id: string,
    verb: 'accept' | 'reject' | 'request',
    reason: string | null,
  ): Promise<TaxFormDetailView> {
    await this.idempotency.run(once, async (tx) => {
      await this.steps.act(tx, me, id, verb, reason);
      return { id };
    });
    return this.get(me, id);
  }

  /** Asks somebody for a form. Refuses `not_found` for a person that there is not. */
  async request(once: Once, me: Actor, { personId, kind }: TaxRequestBody): Promise<TaxFormDetailView> {
    if ((await this.people.find(personId)) === null) throw refusal(compensationRefusals, 'not_found');
    const { id } = await this.idempotency.run(once, async (tx) => {
      const row = await this.steps.request(tx, me, personId, kind);
      return { id: row.id };
    });
    return this.get(me, id);
  }

  /** Everybody whose money waits for a form, with the reason. */
  async missing(programId: string | undefined): Promise<MissingFormListView> {
    const missing = await this.gate.missing(programId ?? null);
    const names = await this.people.cards([...new Set(missing.map(({ personId }) => personId))]);
    return {
      items: missing.map(({ programId: program, personId, amount, currency, block, kind }) => ({
        programId: program,
        personId,
        personName: names.get(personId)?.name ?? personId,
        amount: moneyView({ amount, currency }),
        block,
        kind,
        says: PAY_BLOCKS[block],
      })),
    };
  }
}
