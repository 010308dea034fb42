import type { Clause } from '../contract';

/** Why a change of one clause binds artists to something else. */
export interface MaterialReason {
  readonly clauseId: string;
  readonly why: 'added' | 'removed' | 'moved' | 'end_changed' | 'wording';
}

/** Words that turn a rule around: one more or one less is never a slip of the pen. */
const TURNS =
  /^(not|no|never|none|nothing|only|unless|except|must|mustn't|may|might|shall|should|can|cannot|can't|will|won't|all|any|every|always|or|and|without|before|after|until|\W*\d[\d.,:%/-]*)$/i;
/** Other words that may change without changing the rule: spelling and the like. */
const SLIPS = 3;

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}'’.,:%/-]+/gu) ?? [];
const bare = (word: string): string => word.replaceAll('’', "'").replaceAll(/^[.,:'-]+|[.,:'-]+$/g, '');

/** Words that one text has and the other has not, counted. */
function differing(a: string, b: string): string[] {
  const counts = new Map<string, number>();
  for (const word of words(a)) counts.set(bare(word), (counts.get(bare(word)) ?? 0) + 1);
  for (const word of words(b)) counts.set(bare(word), (counts.get(bare(word)) ?? 0) - 1);
  return [...counts].flatMap(([word, count]) =>
    word === '' ? [] : Array<string>(Math.abs(count)).fill(word),
  );
}

function isReworded(before: string, after: string): boolean {
  const changed = differing(before, after);
  const isMoved =
    changed.length === 0 && words(before).map(bare).join(' ') !== words(after).map(bare).join(' ');
  // A word replaced counts twice: once gone, once new.
  return isMoved || changed.some((word) => TURNS.test(word)) || changed.length > 2 * SLIPS;
}

/**
 * What of a new version is material, in the order of the clauses; empty when artists are bound to the same as before.
 * Titles, summaries and examples explain and may change; the rule itself only in spelling.
 */
export function materialReasons(before: readonly Clause[], after: readonly Clause[]): MaterialReason[] {
  const old = new Map(before.map((clause) => [clause.id, clause]));
  const reasons: MaterialReason[] = [];
  for (const clause of after) {
    const was = old.get(clause.id);
    old.delete(clause.id);
    if (was === undefined) reasons.push({ clauseId: clause.id, why: 'added' });
    else if (was.document !== clause.document) reasons.push({ clauseId: clause.id, why: 'moved' });
    else if (was.endsAt !== clause.endsAt || was.endsOn !== clause.endsOn)
      reasons.push({ clauseId: clause.id, why: 'end_changed' });
    else if (isReworded(was.text, clause.text)) reasons.push({ clauseId: clause.id, why: 'wording' });
  }
  for (const id of old.keys()) reasons.push({ clauseId: id, why: 'removed' });
  return reasons;
}
