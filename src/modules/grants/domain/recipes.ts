import type { Currency } from '../../../kernel/money';
import { account, type EntryDraft } from '../../ledger/contract';

/**
 * Every way this module moves value. Tranches, stipends and expenses are earnings whose source is the money held here;
 * their recipe is compensation's. Amounts in minor units of `currency`.
 */

interface Pot {
  /** The call or the event whose money it is. */
  readonly id: string;
  readonly programId: string;
  readonly budget: bigint;
  readonly currency: Currency;
}

/** What a recipe must know of a call. */
export interface CallMoney extends Pot {
  /** Awards that stand, with what finalists got. */
  readonly awarded: bigint;
}

function set(reference: string, kind: string, { id, programId, budget, currency }: Pot): EntryDraft {
  return {
    reference,
    kind,
    unit: currency,
    postings: [{ from: account.fund(programId, currency), to: account.award(id, currency), amount: budget }],
    memo: { programId },
  };
}

function back(reference: string, kind: string, pot: Pot, amount: bigint): EntryDraft | null {
  const { id, programId, currency } = pot;
  if (amount === 0n) return null;
  return {
    reference,
    kind,
    unit: currency,
    postings: [{ from: account.award(id, currency), to: account.fund(programId, currency), amount }],
    memo: { programId },
  };
}

/** Before a call opens its whole budget leaves the fund: what is promised to artists cannot be spent elsewhere. */
export function reserved(call: CallMoney): EntryDraft {
  return set(`call:${call.id}:reserved`, 'grants.reserved', call);
}

/** An application that was declined wins its appeal: its award comes out of the fund, on top of the call's own money. */
export function reheard(call: CallMoney, applicationId: string, amount: bigint): EntryDraft {
  return set(`application:${applicationId}:reheard`, 'grants.reheard', { ...call, budget: amount });
}

/** When a call ends, what was not awarded goes back. `null`: everything was. */
export function unspent(call: CallMoney): EntryDraft | null {
  return back(`call:${call.id}:unspent`, 'grants.unspent', call, call.budget - call.awarded);
}

/** An award that was turned down or ended gives back what it did not pay out and nobody else got. */
export function returned(call: CallMoney, awardId: string, amount: bigint): EntryDraft | null {
  return back(`award:${awardId}:returned`, 'grants.returned', call, amount);
}

/** What an event can cost at most is held before anybody registers: stipend and expenses of every seat. */
export function eventReserved(event: Pot): EntryDraft | null {
  return event.budget === 0n ? null : set(`event:${event.id}:reserved`, 'grants.event_reserved', event);
}

/** What an event did not cost goes back when it is settled or cancelled. */
export function eventUnspent(event: Pot, left: bigint): EntryDraft | null {
  return back(`event:${event.id}:unspent`, 'grants.event_unspent', event, left);
}
