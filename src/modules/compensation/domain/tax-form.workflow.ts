import { workflow } from '../../../kernel/workflow';

export const TAX_FORM_STATES = [
  'not_asked',
  'requested',
  'received',
  'valid',
  'expired',
  'rejected',
] as const;
export type TaxFormState = (typeof TAX_FORM_STATES)[number];

export interface TaxFormFacts {
  /** It is the caller's own. */
  readonly isOwn: boolean;
  /** Words for whoever handed it in. */
  readonly hasReason: boolean;
  /** Its time is over. */
  readonly isOver: boolean;
}

const own = ({ isOwn }: TaxFormFacts): string | null => (isOwn ? null : 'not_found');
const others = ({ isOwn }: TaxFormFacts): string | null => (isOwn ? 'own_form' : null);

const STAFF = ['finance', 'admin'] as const;

/**
 * A tax form or a declaration, one of each kind and person. Asked for by finance or by the gate, handed in by the
 * artist, looked at by somebody else, valid until its time is over. What was rejected or is over may be handed in again.
 */
export const taxFormWorkflow = workflow<TaxFormFacts>()({
  name: 'tax_form',
  table: 'compensation_tax_forms',
  states: TAX_FORM_STATES,
  initial: 'not_asked',
  moves: {
    request: { from: ['not_asked', 'expired', 'rejected'], to: 'requested', by: [...STAFF, 'system'] },
    handIn: {
      from: ['not_asked', 'requested', 'received', 'valid', 'expired', 'rejected'],
      to: 'received',
      by: ['artist'],
      unless: own,
    },
    accept: { from: ['received'], to: 'valid', by: STAFF, unless: others },
    reject: {
      from: ['received', 'valid'],
      to: 'rejected',
      by: STAFF,
      unless: (facts) => others(facts) ?? (facts.hasReason ? null : 'reason_missing'),
    },
    expire: {
      from: ['valid'],
      to: 'expired',
      by: ['system'],
      unless: ({ isOver }) => (isOver ? null : 'not_over'),
    },
  },
});

export type TaxFormVerb = keyof typeof taxFormWorkflow.moves;
