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

  /** The same prohibitions in the words of people who would rather not use the plain ones. */
  const PARAPHRASES: readonly (readonly [string, string])[] = [
    ['How much you earn stays between us.', 'pay'],
    ['Keep your rates to yourself.', 'pay'],
    ['Stipends and honoraria are a private matter.', 'pay'],
    ['Financial arrangements are not for public discussion.', 'pay'],
    ['What artists get is nobody else’s business.', 'pay'],
    ['Invoices must not be shown to other artists.', 'pay'],
    ['Do not compare bonuses with one another.', 'pay'],
    ['Working hours are not to be discussed outside.', 'conditions'],
    ['How participants are treated is not for the press.', 'conditions'],
    ['Do not describe how the programme is run.', 'conditions'],
    ['Overtime and crunch stay inside.', 'conditions'],
    ['Statements must show the company in a positive light.', 'criticism'],
    ['Keep your public comments positive.', 'criticism'],
    ['Do not speak ill of the team.', 'criticism'],
    ['Nobody bad-mouths the model.', 'criticism'],
    ['Avoid anything that would embarrass our partners.', 'criticism'],
    ['Posts critical of the model need our approval.', 'criticism'],
    ['Do nothing that hurts our reputation.', 'criticism'],
    ['Honest reviews need clearance first.', 'criticism'],
    ['You waive any claims against the company.', 'legal rights'],
    ['Disputes go to arbitration and never to a court.', 'legal rights'],
    ['You will not sue.', 'legal rights'],
    ['Do not join together with others to negotiate.', 'legal rights'],
    ['Grievances are handled in-house.', 'legal rights'],
    ['Do not approach any government agency.', 'legal rights'],
    ['Do not tell outsiders about harmful outputs.', 'reporting harm'],
    ['Safety problems may be reported only to the programme.', 'reporting harm'],
    ['You may not warn others about dangerous behaviour of the model before we agree.', 'reporting harm'],
    ['Misuse must not be discussed in public.', 'reporting harm'],
    ['Vulnerabilities are disclosed to nobody without our consent.', 'reporting harm'],
  ];
  test.each(PARAPHRASES)('"%s" is refused as silence on %s', (text, topic) => {
    expect(topics(text)).toContain(topic);
    expect(topics(text, 'responsible_use')).toContain(topic);
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

  /** Ordinary rules that only share words with a prohibition. */
  test.each([
    'Do not use negative prompts to get around the safety filter.',
    'Do not make clips that defame real people.',
    'Do not use clips in paid advertising.',
    'Do not make content that shows abuse, harassment or discrimination.',
    'Report harmful outputs with the form; it takes a minute.',
    'It is critical that you keep your key safe.',
    'Do not impersonate police or other authorities.',
    'The rules of the European Union on AI marking apply.',
    'Do not publish unreleased features before the end date.',
    'Do not share your API key with anybody.',
    'Do not train another model on these clips.',
    'Do not remove the visible mark.',
    'Label every clip as made with AI.',
    'Clips of violence are refused, whatever their purpose.',
    'Do not depict courtrooms as if they were real news.',
  ])('"%s" is no prohibition of speech', (text) => {
    expect(topics(text, 'responsible_use')).toEqual([]);
  });

  test.each([
    ['Payments are made within ten days.', 'compensation'],
    ['Do not claim payment for clips that somebody else made.', 'compensation'],
    ['Fees are paid in the currency of the rate card.', 'compensation'],
    ['Licence fees are paid for each work shown.', 'sharing'],
    ['Complaints about a decision are heard by another reviewer.', 'sharing'],
    ['You may leave at any time and keep what you have earned.', 'terms'],
    ['Appeals and complaints are answered within fourteen days.', 'terms'],
  ] as const)('"%s" is what %s is about', (text, document) => {
    expect(topics(text, document)).toEqual([]);
  });

  test.each([
    ['Do not discuss your fees with other artists.', 'compensation', 'pay'],
    ['The rate card is confidential.', 'compensation', 'pay'],
    ['Captions must not criticise the model.', 'sharing', 'criticism'],
    ['Shared works keep a positive tone about the programme.', 'sharing', 'criticism'],
    ['By joining you waive your right to join a union.', 'terms', 'legal rights'],
    ['Do not talk about working conditions.', 'terms', 'conditions'],
    ['Do not report harm to anybody but the programme.', 'terms', 'reporting harm'],
  ] as const)('"%s" is refused in %s as well', (text, document, topic) => {
    expect(topics(text, document)).toContain(topic);
  });

  /** Sentences that look like a carve-out and take it back. */
  test.each([
    ['Fees are secret. You may discuss them with our approval.', 'pay'],
    ['Do not discuss pay with anybody other than us.', 'pay'],
    ['Do not discuss pay except when we agree.', 'pay'],
    ['You are free to criticise the model internally.', 'criticism'],
    ['You may always criticise the model, but not in public.', 'criticism'],
    ['Nothing here limits complaints unless they are made in public.', 'legal rights'],
    ['Your pay is not confidential as long as you tell only us.', 'pay'],
  ])('"%s" is no carve-out', (text, topic) => {
    expect(topics(text)).toContain(topic);
  });

  test('an exception that names the topic is one', () => {
    expect(topics('Keep everything secret, except for what you say about your pay.')).toEqual([]);
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

  test('the words of the title, the summary and the examples count as well', () => {
    const silent = { ...clause('See the title.'), title: 'No criticism in public' };
    expect(speechFaults([silent])).toEqual([{ clauseId: 'CO-1', topics: ['criticism'] }]);
    const summarised = { ...clause('See the summary.'), summary: 'Do not talk about your pay.' };
    expect(speechFaults([summarised])).toEqual([{ clauseId: 'CO-1', topics: ['pay'] }]);
    const shown = { ...clause('See the example.'), examples: ['A post about your wages breaks this rule.'] };
    expect(speechFaults([shown])).toEqual([{ clauseId: 'CO-1', topics: ['pay'] }]);
  });
});
