import type { Actor } from '../../../kernel/actor';
import { systemClock } from '../../../kernel/clock';
import { available } from '../../../kernel/workflow';
import { moneyView } from '../../../platform/http/money.dto';
import { taxFormWorkflow } from '../domain/tax-form.workflow';
import { TAX_FORM_KINDS, TAX_FORMS, THRESHOLDS } from '../domain/tax-rules';
import type { TaxIdentity } from './identity.service';
import type { TaxFormDetailView, TaxFormView, TaxRulesView } from './tax.dto';
import type { TaxFormEntity } from './tax-form.entity';

export function taxFormView(row: TaxFormEntity, viewer: Actor): TaxFormView {
  const { id, personId, kind, state, reason, treatyCountry, treatyRate, reference, signedOn } = row;
  const facts = {
    isOwn: personId === viewer.id,
    hasReason: true,
    isOver: row.expiresAt !== null && row.expiresAt <= systemClock.now(),
  };
  return {
    id,
    personId,
    kind,
    says: TAX_FORMS[kind].says,
    state,
    reason,
    treatyCountry,
    treatyRate: treatyRate === null ? null : Number(treatyRate),
    reference,
    signedOn,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    updatedAt: (row.updatedAt ?? systemClock.now()).toISOString(),
    available: available(taxFormWorkflow, state, viewer, facts),
  };
}

export function taxFormDetailView(
  row: TaxFormEntity,
  viewer: Actor,
  identity: TaxIdentity | null,
): TaxFormDetailView {
  return {
    ...taxFormView(row, viewer),
    legalName: identity?.legalName ?? null,
    address: identity?.address ?? null,
    number: identity === null ? null : `•••• ${identity.numberEnd}`,
    bornOn: identity?.bornOn ?? null,
  };
}

const NOTES = [
  'A person from outside of the United States hands in a W-8 at any amount: it has no threshold.',
  'Amounts in another currency than a threshold cannot be compared with it, so they count as reached.',
  'Refunds of costs are no income: they ask for no form and nothing is withheld from them.',
  'DAC7 asks for seller details of residents of the European Union at any amount for personal services.',
  'This is how Atelier works, not tax advice: have the rules confirmed for your case.',
];

export function taxRulesView(): TaxRulesView {
  return {
    thresholds: THRESHOLDS.map(({ minor, currency, ...line }) => ({
      ...line,
      amount: moneyView({ amount: minor, currency }),
    })),
    forms: TAX_FORM_KINDS.map((kind) => ({
      kind,
      says: TAX_FORMS[kind].says,
      source: TAX_FORMS[kind].source,
    })),
    notes: NOTES,
  };
}
