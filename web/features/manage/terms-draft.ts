import { ApiProblem, type Schemas } from '../../api/client';
import type { Clause } from './use-manage';

/** Clauses as they are sent, from those of a published version. */
export const asBodies = (clauses: readonly Schemas['ClauseView'][]): Clause[] =>
  clauses.map(({ endsAt, endsOn, ...rest }) => ({
    ...rest,
    ...(endsAt === null ? {} : { endsAt }),
    ...(endsOn === null ? {} : { endsOn }),
  }));

/** What is sent: blank lines among the examples are no examples. */
export const cleaned = (clauses: readonly Clause[]): Clause[] =>
  clauses.map((clause) => ({ ...clause, examples: clause.examples.filter((line) => line.trim() !== '') }));

/** Faults by clause and field: `clauses.2.text` of the server's answer becomes `{ 2: { text: '…' } }`. */
export function faultsOf(error: unknown, clauses: readonly Clause[]): Record<number, Record<string, string>> {
  const faults: Record<number, Record<string, string>> = {};
  if (!(error instanceof ApiProblem)) return faults;
  for (const { field, faults: words } of error.fields) {
    const [, index, name] = /^clauses\.(\d+)\.([^.]+)/.exec(field) ?? [];
    if (index === undefined || name === undefined) continue;
    faults[Number(index)] = { ...faults[Number(index)], [name]: words.join('; ') };
  }
  for (const [id, field, words] of clauseFaults(error)) {
    const index = clauses.findIndex((clause) => clause.id === id);
    if (index >= 0) faults[index] = { ...faults[index], [field]: words };
  }
  return faults;
}

/** What the server says about whole clauses, by id: `[id, field, words]`. */
function clauseFaults({ code, clauses }: ApiProblem): [string, string, string][] {
  return clauses.flatMap((item): [string, string, string][] => {
    if (typeof item === 'string' && code === 'program.clause_repeated')
      return [[item, 'id', 'Another clause has this id too.']];
    if (typeof item === 'string' && code === 'program.confidentiality_without_end')
      return [[item, 'endsAt', 'Say until when it binds.']];
    if (code !== 'program.protected_speech' || typeof item !== 'object' || item === null) return [];
    const { clauseId, topics } = item as { clauseId: string; topics: string[] };
    return [
      [clauseId, 'text', `It touches ${topics.join(', ')}: say that this stays free, or leave it out.`],
    ];
  });
}

export type Parsed = { clauses: Clause[]; fault: null } | { clauses: null; fault: string };

/** Clauses of a JSON text, `[…]` or `{ "clauses": […] }`, or what is wrong with it and where. */
export function parseClauses(text: string): Parsed {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (error) {
    return {
      clauses: null,
      fault: `This is not JSON: ${error instanceof Error ? error.message : 'unreadable'}`,
    };
  }
  const list = typeof found === 'object' && found !== null && 'clauses' in found ? found.clauses : found;
  if (!Array.isArray(list))
    return { clauses: null, fault: 'A list of clauses is expected: [ { "id": … } ].' };
  for (const [index, clause] of list.entries()) {
    const missing = ['id', 'document', 'title', 'text', 'summary', 'examples'].filter(
      (name) => typeof clause !== 'object' || clause === null || !(name in clause),
    );
    if (missing.length > 0)
      return { clauses: null, fault: `Clause ${index + 1} has no ${missing.join(', no ')}.` };
    if (!Array.isArray((clause as Clause).examples))
      return { clauses: null, fault: `The examples of clause ${index + 1} must be a list.` };
  }
  return { clauses: list as Clause[], fault: null };
}
