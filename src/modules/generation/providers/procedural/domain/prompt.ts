import type { Vocabulary } from './vocabulary';

const NEGATIONS = new Set(['no', 'not', 'without', 'never']);
/** Words that keep a negation going: `no rain or snow`. */
const LINKS = new Set(['or', 'nor', 'any']);
const LONGEST_PHRASE = 3;

/** The word itself and what it may be the plural of. */
export function singularForms(word: string): string[] {
  const forms = [word];
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('ves')) forms.push(`${word.slice(0, -3)}f`);
  if (/(s|x|z|ch|sh)es$/.test(word)) forms.push(word.slice(0, -2));
  if (word.endsWith('s') && !word.endsWith('ss')) forms.push(word.slice(0, -1));
  return forms;
}

/** The words of a text in lower case, without punctuation, possessive endings and whatever is negated. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFC').toLowerCase();
  const all = plain.replace(/['’]s\b/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept: string[] = [];
  let isNegated = false;
  for (const [at, word] of all.entries()) {
    if (NEGATIONS.has(word)) isNegated = true;
    else if (LINKS.has(word)) continue;
    else if (isNegated) isNegated = LINKS.has(all[at + 1] ?? '');
    else kept.push(word);
  }
  return kept;
}

/**
 * The meaning of the first word or phrase that has one. The longest phrase wins at its place (`golden hour` before
 * `golden`), and words in `taken` are passed over.
 */
export function firstMeaning<Meaning>(
  words: readonly string[],
  vocabulary: Vocabulary<Meaning>,
  taken: ReadonlySet<number> = new Set(),
): Meaning | null {
  for (let at = 0; at < words.length; at++) {
    const found = phraseAt(words, at, vocabulary);
    if (found && !taken.has(at)) return found.meaning;
  }
  return null;
}

function phraseAt<Meaning>(
  words: readonly string[],
  at: number,
  vocabulary: Vocabulary<Meaning>,
): { meaning: Meaning; length: number } | null {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length--) {
    const head = words.slice(at, at + length - 1);
    for (const last of singularForms(words[at + length - 1]!)) {
      const meaning = vocabulary.get([...head, last].join(' '));
      if (meaning !== undefined) return { meaning, length };
    }
  }
  return null;
}

/** Places of words that belong to a phrase of two or more words, and so mean nothing on their own. */
export function phrasePlaces(
  words: readonly string[],
  vocabularies: readonly Vocabulary<unknown>[],
): Set<number> {
  const places = new Set<number>();
  for (const vocabulary of vocabularies) {
    for (let at = 0; at < words.length; at++) {
      const found = phraseAt(words, at, vocabulary);
      if (!found || found.length === 1) continue;
      for (let k = 0; k < found.length; k++) places.add(at + k);
    }
  }
  return places;
}
