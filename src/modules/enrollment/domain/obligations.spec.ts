import { obligationsCard, type BindingClause } from './obligations';

const NOW = new Date('2026-12-01T00:00:00Z');
const clause = (id: string, summary: string, endsAt?: string): BindingClause => ({
  id,
  document: 'terms',
  title: id,
  text: summary,
  summary,
  examples: ['…'],
  until: endsAt === undefined ? null : new Date(endsAt),
});

describe('the obligations card', () => {
  test('sorts each sentence into may, may not and what else applies', () => {
    const card = obligationsCard(
      [
        clause('T-1', 'You may generate clips. You may not share your key.'),
        clause('CO-1', 'Do not show unreleased features.', '2027-06-01T00:00:00.000Z'),
        clause('P-1', 'Accepted feedback is paid by the rate card.'),
      ],
      NOW,
    );
    expect(card.may).toEqual([
      { clauseId: 'T-1', says: 'You may generate clips.', until: null, examples: ['…'] },
    ]);
    expect(card.mayNot).toEqual([
      { clauseId: 'T-1', says: 'You may not share your key.', until: null, examples: ['…'] },
      {
        clauseId: 'CO-1',
        says: 'Do not show unreleased features.',
        until: '2027-06-01T00:00:00.000Z',
        examples: ['…'],
      },
    ]);
    expect(card.applies).toEqual([
      { clauseId: 'P-1', says: 'Accepted feedback is paid by the rate card.', until: null, examples: ['…'] },
    ]);
  });

  test('secrecy disappears from the card on its end date', () => {
    const clauses = [clause('CO-1', 'Do not show unreleased features.', '2026-12-01T00:00:00Z')];
    expect(obligationsCard(clauses, NOW).mayNot).toEqual([]);
    expect(obligationsCard(clauses, new Date('2026-11-30T23:59:59Z')).mayNot).toHaveLength(1);
  });

  test('loses no sentence of a clause that binds', () => {
    const clauses = [clause('A-1', 'One. Two! You may three? Never four.\nFive')];
    const { may, mayNot, applies } = obligationsCard(clauses, NOW);
    expect([...may, ...mayNot, ...applies].map(({ says }) => says).toSorted()).toEqual(
      ['Five', 'Never four.', 'One.', 'Two!', 'You may three?'].toSorted(),
    );
  });

  test('protected speech is on every card, even without a single clause', () => {
    const text = obligationsCard([], NOW).always.join(' ');
    for (const word of ['paid', 'conditions', 'criticise', 'legal rights', 'harm', 'leave'])
      expect(text).toContain(word);
  });
});
