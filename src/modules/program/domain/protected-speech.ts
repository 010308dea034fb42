import type { Clause } from '../contract';

/** What no programme may silence (G4). */
export const PROTECTED_TOPICS = ['pay', 'conditions', 'criticism', 'legal rights'] as const;
export type ProtectedTopic = (typeof PROTECTED_TOPICS)[number];

const MENTIONS: Readonly<Record<ProtectedTopic, RegExp>> = {
  pay: /\b(pay(?!\s+attention)|paid|payments?|payouts?|wages?|salar(y|ies)|fees?|earnings|compensation|remuneration)\b/i,
  conditions:
    /\b((working|work) conditions|conditions of (the )?(work|programme|program)|workload|treatment of artists)\b/i,
  criticism:
    /\b(critici[sz]\w*|critiques?|critical(ly)?|disparag\w*|defam\w*|negative(ly)?|unfavou?rabl[ey]|bad light|reputation)\b/i,
  'legal rights':
    /\b(legal rights?|legal action|whistle-?blow\w*|unions?|unioni[sz]\w*|collective (bargaining|action)|regulators?|authorit(y|ies)|lawyers?|courts?|lawsuits?|complaints?)\b/i,
};

/** A sentence that says outright that something stays free. */
const CARVE_OUT =
  /\b(nothing (here|in (this|these|the))|(does|do|will|can) not (limit|restrict|stop|prevent|forbid|prohibit|cover|affect|apply to|include)|never (limits?|restricts?|confidential|secret)|(is|are) not (confidential|secret|covered|restricted)|(always|at any time|remain|are) free to|except (for|that|where|when)|other than)\b/i;

/** A sentence that merely permits; it counts as a carve-out only when it forbids nothing as well. */
const PERMITS =
  /\b(may|can) (always|freely|also|still|openly|speak|talk|discuss|tell|say|write|criticise|criticize|complain|join|disclose)\b/i;
const FORBIDS =
  /\b(must not|may not|mustn't|shall not|do not|don't|cannot|can't|never|not allowed|not permitted|prohibited|forbidden|refrain|avoid|without (the |our |prior |written )*(approval|consent|permission))\b/i;

const sentences = (text: string): string[] =>
  text.split(/(?<=[.;!?])\s+|\n+/).filter((part) => part.trim() !== '');

const isCarveOut = (sentence: string): boolean =>
  CARVE_OUT.test(sentence) || (PERMITS.test(sentence) && !FORBIDS.test(sentence));

export interface SpeechFault {
  readonly clauseId: string;
  readonly topics: readonly ProtectedTopic[];
}

/**
 * Clauses of confidentiality and responsible use that touch a protected topic without a sentence that keeps this very
 * topic free. A lint for English wording, not a lawyer: it errs on the side of asking for the sentence.
 */
export function speechFaults(clauses: readonly Clause[]): SpeechFault[] {
  return clauses
    .filter(({ document }) => document === 'confidentiality' || document === 'responsible_use')
    .map((clause) => ({ clauseId: clause.id, topics: silenced(clause) }))
    .filter(({ topics }) => topics.length > 0);
}

function silenced(clause: Clause): ProtectedTopic[] {
  const parts = [clause.title, ...sentences(clause.text), ...sentences(clause.summary)];
  return PROTECTED_TOPICS.filter((topic) => {
    const about = parts.filter((part) => MENTIONS[topic].test(part));
    return about.length > 0 && !about.some(isCarveOut);
  });
}
