import { STANDINGS, type Standing } from './rail';

/** What may be true of somebody who is owed something. The database compares amounts, accounts and rails; this is all it tells. */
export interface DueFacts {
  /** They drafted the batch themselves. */
  readonly isDrafter: boolean;
  /** Nothing is left of what they were owed. */
  readonly isNothing: boolean;
  /** They chose another rail, or the usual one is another and they chose none. */
  readonly isOtherRail: boolean;
  /** The ledger has less for them than their earnings say. */
  readonly isShort: boolean;
  readonly lacksForm: boolean;
  /** How the batch's rail sees the person; `null`: it does not know them. */
  readonly standing: Standing | null;
  /** Less than the rail sends. */
  readonly isBelowMinimum: boolean;
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
  /** The rail pays everybody without being told where. */
  readonly knowsEverybody: boolean;
}

/** Why a person is not paid by this batch now; `null`: they are. The first reason that applies is the one that is told. */
export function whyBlocked(due: DueFacts, { knowsEverybody }: DraftRules): Block | null {
  if (due.isDrafter) return 'own_money';
  if (due.isNothing) return 'nothing_left';
  if (due.isOtherRail) return 'other_rail';
  if (due.isShort) return 'payable_short';
  if (due.lacksForm) return 'tax_form';
  if (due.standing === null && !knowsEverybody) return 'no_recipient';
  if (due.standing !== null && due.standing !== 'ready') return 'recipient_not_ready';
  return due.isBelowMinimum ? 'below_minimum' : null;
}

/** Facts that block, and the reason. */
export interface Decision extends DueFacts {
  readonly reason: Block;
}

const FLAGS = ['isDrafter', 'isNothing', 'isOtherRail', 'isShort', 'lacksForm', 'isBelowMinimum'] as const;

/** Everything that can be true of a person, each once. */
export const ALL_FACTS: readonly DueFacts[] = FLAGS.reduce<readonly Partial<DueFacts>[]>(
  (some, flag) => some.flatMap((facts) => [false, true].map((is) => ({ ...facts, [flag]: is }))),
  [null, ...STANDINGS].map((standing) => ({ standing })),
) as readonly DueFacts[];

/** The rule as a table, for the database to look up: who is not in it is paid. */
export function decisions(rules: DraftRules): Decision[] {
  return ALL_FACTS.flatMap((facts) => {
    const reason = whyBlocked(facts, rules);
    return reason === null ? [] : [{ ...facts, reason }];
  });
}
