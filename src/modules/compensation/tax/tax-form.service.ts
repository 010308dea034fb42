import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { systemClock } from '../../../kernel/clock';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import { Database, type Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { AuditService } from '../../audit';
import { compensationRefusals, taxFormMoved } from '../contract';
import { taxFormWorkflow, type TaxFormVerb } from '../domain/tax-form.workflow';
import { expiryOf, TAX_FORMS, type TaxFormKind } from '../domain/tax-rules';
import { IdentitySealing } from './identity.service';
import type { TaxFormBody } from './tax.dto';
import type { TaxFormEntity } from './tax-form.entity';
import { TaxFormRepository } from './tax-form.repository';
import type { Residence } from './tax.repository';

/** Every step of a form: asked for, handed in, looked at, over. */
@Injectable()
export class TaxFormService {
  constructor(
    private readonly db: Database,
    private readonly forms: TaxFormRepository,
    private readonly sealing: IdentitySealing,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** The artist's own form; what they handed in before under this kind is replaced. */
  async handIn(tx: Tx, me: Actor, residence: Residence | null, body: TaxFormBody): Promise<TaxFormEntity> {
    const { kind, signedOn, legalName, address, numberEnd, bornOn = null } = body;
    const expiresAt = expiryOf(kind, signedOn);
    checkForm(body, residence, expiresAt);
    const row = await this.forms.open(tx, me.id, kind);
    const identity = { legalName: legalName.trim(), address: address.trim(), numberEnd, bornOn };
    await this.forms.write(tx, row.id, {
      identity: this.sealing.seal(me.id, identity),
      treatyCountry: body.treatyCountry ?? null,
      treatyRate: body.treatyRate === undefined ? null : BigInt(body.treatyRate),
      reference: body.reference ?? null,
      signedOn,
      expiresAt,
    });
    await this.step(tx, me, row, 'handIn');
    return row;
  }

  /** Finance asks somebody for a form. */
  async request(tx: Tx, me: Actor, personId: string, kind: TaxFormKind): Promise<TaxFormEntity> {
    const row = await this.forms.open(tx, personId, kind);
    await this.step(tx, me, row, 'request');
    return row;
  }

  /** Accepts, rejects or asks again. Refuses what the workflow does not allow. */
  async act(tx: Tx, me: Actor, id: string, verb: TaxFormVerb, reason: string | null): Promise<TaxFormEntity> {
    const row = await this.forms.lock(tx, id);
    if (row === null) throw refusal(compensationRefusals, 'not_found');
    const hasMoved = await this.step(tx, me, row, verb, reason);
    if (hasMoved && verb !== 'request') await this.forms.decide(tx, id, reason, me.id);
    return row;
  }

  /** Ends what is over. Any number of sweeps may run at once. */
  async sweep(): Promise<number> {
    return this.db.tx(async (tx) => {
      const over = await this.forms.lockOver(tx);
      for (const id of over) {
        const row = await this.forms.lock(tx, id);
        if (row !== null) await this.step(tx, SYSTEM, row, 'expire');
      }
      return over.length;
    });
  }

  private async step(
    tx: Tx,
    me: Actor,
    row: TaxFormEntity,
    verb: TaxFormVerb,
    reason: string | null = null,
  ): Promise<boolean> {
    const facts = {
      isOwn: row.personId === me.id,
      hasReason: (reason ?? '').trim() !== '',
      isOver: row.expiresAt !== null && row.expiresAt <= systemClock.now(),
    };
    const { id, personId, kind, state: from } = row;
    const decision = decide(taxFormWorkflow, from, verb, me, facts);
    if (decision.kind === 'already') return false;
    if (decision.kind === 'refused')
      throw refusedMove(compensationRefusals, decision.code, taxFormWorkflow, from, verb);
    const { to } = decision;
    if (
      !(await this.forms.move(tx, { id, verb, from, to, actor: me, note: reason === null ? {} : { reason } }))
    )
      throw refusal(compensationRefusals, 'wrong_state');
    row.state = to;
    row.reason = verb === 'reject' ? reason : null;
    await this.audit.record(tx, me, `tax_form.${verb}`, id, { personId, kind, from, to });
    await this.outbox.add(tx, taxFormMoved, { formId: id, personId, kind, verb, to });
    return true;
  }
}

/** Refuses a form that cannot be right: for somebody else, signed tomorrow, over already, a treaty where there is none. */
function checkForm(
  { kind, signedOn, treatyCountry, treatyRate }: TaxFormBody,
  residence: Residence | null,
  expiresAt: Date | null,
): void {
  const now = systemClock.now();
  const isUs = TAX_FORMS[kind].regime === 'us';
  if (residence === null || (isUs && residence.isUsPerson !== (kind === 'w9')))
    throw refusal(compensationRefusals, 'residence_unfit', { kind });
  if (Number.isNaN(Date.parse(`${signedOn}T00:00:00Z`)) || new Date(`${signedOn}T00:00:00Z`) > now)
    throw refusal(compensationRefusals, 'signed_later', { signedOn });
  if (expiresAt !== null && expiresAt <= now) throw refusal(compensationRefusals, 'form_over', { signedOn });
  const hasTreaty = treatyCountry !== undefined || treatyRate !== undefined;
  const isWhole = treatyCountry !== undefined && treatyRate !== undefined && treatyRate < 3_000;
  if (hasTreaty && !(isWhole && TAX_FORMS[kind].withholds === 'rate_or_treaty'))
    throw refusal(compensationRefusals, 'treaty_unfit');
}
