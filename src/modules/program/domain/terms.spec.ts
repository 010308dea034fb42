import { DOCUMENTS, type Clause } from '../contract';
import { CLAUSE_ID, termsFault } from './terms';

const complete = (): Clause[] =>
  DOCUMENTS.map((document, index) => ({
    id: `C-${index + 1}`,
    document,
    title: 'A rule',
    text: 'Label every clip.',
    summary: 'Label every clip.',
    examples: ['A caption.'],
    ...(document === 'confidentiality' ? { endsAt: '2027-01-01T00:00:00Z' } : {}),
  }));

const omitEnd = (clause: Clause): Clause => {
  const { endsAt, ...rest } = clause;
  return endsAt === undefined ? clause : rest;
};

describe('terms', () => {
  test('five documents with distinct ids and an end to secrecy may be published', () => {
    expect(termsFault(complete())).toBeNull();
  });

  test('two clauses of one id are refused, and named', () => {
    const clauses = complete().map((clause) => ({ ...clause, id: 'C-1' }));
    expect(termsFault(clauses)).toMatchObject({ code: 'clause_repeated', details: { clauses: ['C-1'] } });
  });

  test('each of the five documents is needed', () => {
    for (const document of DOCUMENTS) {
      const fault = termsFault(complete().filter((clause) => clause.document !== document));
      expect(fault).toMatchObject({ code: 'document_missing', details: { missing: [document] } });
    }
  });

  test('secrecy without an end is refused', () => {
    const clauses = complete().map((clause) => omitEnd(clause));
    expect(termsFault(clauses)).toMatchObject({
      code: 'confidentiality_without_end',
      details: { clauses: ['C-2'] },
    });
  });

  test('a clause that silences protected speech is refused', () => {
    const clauses = complete().map((clause) =>
      clause.document === 'responsible_use' ? { ...clause, text: 'Do not criticise the model.' } : clause,
    );
    expect(termsFault(clauses)).toMatchObject({
      code: 'protected_speech',
      details: { clauses: [{ clauseId: 'C-3', topics: ['criticism'] }] },
    });
  });

  test('an id is letters, a hyphen and a number', () => {
    for (const id of ['RU-3', 'C-1', 'CONF-12']) expect(id).toMatch(CLAUSE_ID);
    for (const id of ['ru-3', 'RU3', 'RU-0', 'RU-', '3', 'RU-3a', '']) expect(id).not.toMatch(CLAUSE_ID);
  });
});
