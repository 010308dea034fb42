import type { Clause } from '../../program/contract';

/** One line of the card. `until` (RFC 3339) is when it stops to bind; null: while enrolled. */
export interface Obligation {
  readonly clauseId: string;
  readonly says: string;
  readonly until: string | null;
  /** What it means in practice. */
  readonly examples: readonly string[];
}

/** A clause with the moment when it stops to bind, whatever ends it; null: while enrolled. */
export interface BindingClause extends Clause {
  readonly until: Date | null;
}

/** What an artist may do, may not do, and what else applies: all of it on one screen. */
export interface ObligationsCard {
  readonly may: readonly Obligation[];
  readonly mayNot: readonly Obligation[];
  readonly applies: readonly Obligation[];
  /** Holds whatever the clauses say: publishing a clause that contradicts it is refused. */
  readonly always: readonly string[];
}

const ALWAYS = [
  'You may speak about what you are paid and when.',
  'You may speak about the conditions of the programme.',
  'You may criticise the model, the programme and the company.',
  'You may use your legal rights, and join with others to do so.',
  'You may report harm, to whom you like.',
  'You may leave at any time and keep everything you have earned.',
] as const;

const FORBIDS =
  /\b(must not|mustn't|may not|shall not|cannot|can't|can not|do not|don't|never|no longer may|not allowed|not permitted|forbidden|prohibited|keep [^.]*(secret|confidential|to yourself))\b/i;
const PERMITS = /\b(you (may|can)|free to|is allowed|are allowed|is permitted|are permitted|welcome to)\b/i;

const sentences = (text: string): string[] =>
  text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const kindOf = (sentence: string): 'may' | 'mayNot' | 'applies' =>
  FORBIDS.test(sentence) ? 'mayNot' : PERMITS.test(sentence) ? 'may' : 'applies';

/**
 * The card, from the plain summaries of the clauses that bind at `now`, sentence by sentence and in the clauses' order.
 * It sorts English wording and leaves out nothing: what is neither permission nor prohibition is under `applies`.
 */
export function obligationsCard(clauses: readonly BindingClause[], now: Date): ObligationsCard {
  const card = {
    may: [] as Obligation[],
    mayNot: [] as Obligation[],
    applies: [] as Obligation[],
    always: ALWAYS,
  };
  for (const { id, summary, until, examples } of clauses) {
    if (until !== null && until <= now) continue;
    for (const says of sentences(summary)) {
      card[kindOf(says)].push({ clauseId: id, says, until: until?.toISOString() ?? null, examples });
    }
  }
  return card;
}
