import type { Clause, Document } from '../contract';
import { speechFaults } from './protected-speech';

const clause = (text: string, document: Document = 'confidentiality'): Clause => ({
  id: 'CO-1',
  document,
  title: 'What stays inside',
  text,
  summary: 'Read the clause.',
  examples: [],
  endsAt: '2027-01-01T00:00:00Z',
});

const topics = (text: string, document?: Document): readonly string[] =>
  speechFaults([clause(text, document)]).flatMap((fault) => fault.topics);

describe('protected speech', () => {
  test.each([
    ['Do not tell anybody what you are paid.', ['pay']],
    ['Participants shall refrain from negative comments about the model.', ['criticism']],
    ['You must not disparage the company.', ['criticism']],
    ['The conditions of the programme are confidential.', ['conditions']],
    ['You agree not to take legal action or to contact a regulator.', ['legal rights']],
    ['Payments and complaints are internal matters.', ['pay', 'legal rights']],
  ])('"%s" is refused', (text, expected) => {
    expect(topics(text)).toEqual(expected);
  });

  test.each([
    'Keep unreleased features to yourself until the end date.',
    'Pay attention to the safety guide.',
    'Do not upload clips of minors.',
    'Keep model weights secret. Nothing in this clause limits what you say about your pay or your working conditions.',
    'Keep unreleased features secret. You may always criticise the model in public.',
    'Release dates are secret. This does not restrict complaints to a regulator.',
  ])('"%s" is fine', (text) => {
    expect(topics(text)).toEqual([]);
  });

  test('a carve-out for one topic does not free another', () => {
    expect(topics('Fees are secret. You may always criticise the model.')).toEqual(['pay']);
  });

  test('a permission with a prohibition in the same sentence is no carve-out', () => {
    expect(topics('You may discuss the model but must not criticise it.')).toEqual(['criticism']);
  });

  test('"may not" is never read as a permission', () => {
    expect(topics('You may not criticise the model.')).toEqual(['criticism']);
  });

  test('the words of the title and the summary count as well', () => {
    const silent = { ...clause('See the title.'), title: 'No criticism in public' };
    expect(speechFaults([silent])).toEqual([{ clauseId: 'CO-1', topics: ['criticism'] }]);
    const summarised = { ...clause('See the summary.'), summary: 'Do not talk about your pay.' };
    expect(speechFaults([summarised])).toEqual([{ clauseId: 'CO-1', topics: ['pay'] }]);
  });

  test('responsible use is read, the compensation clauses are about pay by nature', () => {
    expect(topics('Do not criticise the model.', 'responsible_use')).toEqual(['criticism']);
    expect(topics('Payments are made within ten days.', 'compensation')).toEqual([]);
  });
});
