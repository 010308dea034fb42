import type { RailKey, Standing } from './rail';

/** What one person is owed and not yet promised by another batch. Amounts in minor units. */
export interface Due {
  readonly personId: string;
  readonly amount: bigint;
  /** What the ledger has for the person. */
  readonly available: bigint;
  /** The rail that the person chose; `null`: none yet. */
  readonly chosen: RailKey | null;
  /** How the batch's rail sees the person; `null`: it does not know them. */
  readonly standing: Standing | null;
}

export const BLOCKS = [
  'own_money',
  'nothing_left',
  'payable_short',
  'below_minimum',
  'other_rail',
  'no_recipient',
  'recipient_not_ready',
  'tax_form',
  'left_out',
] as const;
/**
 * `own_money`: the drafter; `nothing_left`: corrections ate it up; `payable_short`: the ledger owes less than the earnings
 * say; `below_minimum`: too little for the rail, it goes into a later batch; `other_rail`: wants to be paid another way;
 * `no_recipient`, `recipient_not_ready`: the rail does not know where to send, or wants more from the payee; `tax_form`:
 * a form is missing; `left_out`: a person took it out of the draft.
 */
export type Block = (typeof BLOCKS)[number];

export interface Blocked {
  readonly personId: string;
  readonly amount: bigint;
  readonly reason: Block;
}

export interface DraftRules {
  readonly drafterId: string;
  readonly rail: RailKey;
  /** The rail that pays whoever chose none. */
  readonly usual: RailKey;
  /** Least amount of a payout. */
  readonly minimum: bigint;
  /** The rail pays everybody without being told where. */
  readonly knowsEverybody: boolean;
  /** People who may not be paid before a tax form is there. */
  readonly formMissing: ReadonlySet<string>;
}

/** Why a person is not paid by this batch now; `null`: they are. The first reason that applies is the one that is told. */
export function whyBlocked(due: Due, rules: DraftRules): Block | null {
  if (due.personId === rules.drafterId) return 'own_money';
  if (due.amount <= 0n) return 'nothing_left';
  if ((due.chosen ?? rules.usual) !== rules.rail) return 'other_rail';
  if (due.available < due.amount) return 'payable_short';
  if (rules.formMissing.has(due.personId)) return 'tax_form';
  if (due.standing === null && !rules.knowsEverybody) return 'no_recipient';
  if (due.standing !== null && due.standing !== 'ready') return 'recipient_not_ready';
  return due.amount < rules.minimum ? 'below_minimum' : null;
}

/** Sorts out who is left out of a batch. */
export function blockedOf(due: readonly Due[], rules: DraftRules): Blocked[] {
  const blocked: Blocked[] = [];
  for (const item of due) {
    const reason = whyBlocked(item, rules);
    if (reason !== null) blocked.push({ personId: item.personId, amount: item.amount, reason });
  }
  return blocked;
}
