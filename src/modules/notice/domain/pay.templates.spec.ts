import {
  earned,
  earningReversed,
  taxFormMoved,
  type Earned,
  type EarningReversed,
} from '../../compensation/contract';
import { recipientMoved, type RecipientMoved } from '../../payouts/contract';
import { PAY } from './pay.templates';
import { templatesFor } from './templates';

const money = (cause: string): Earned => ({
  earningId: 'ern_a',
  personId: 'per_a',
  programId: 'prg_a',
  amount: '400',
  currency: 'EUR',
  cause,
});
const reversed = (rightAmount: string): EarningReversed => ({
  earningId: 'ern_a',
  correctionId: 'cor_a',
  personId: 'per_a',
  programId: 'prg_a',
  reason: 'wrong_amount',
  note: 'The card said ten.',
  amount: '1500',
  rightAmount,
  currency: 'EUR',
});
const form = (to: string) => ({ formId: 'txf_a', personId: 'per_a', kind: 'w8ben', verb: 'x', to });

const payee = (hasNewAccount: boolean): RecipientMoved => ({
  personId: 'per_a',
  rail: 'bank_file',
  standing: 'ready',
  hasNewAccount,
});

const CASES = [
  [earned, money('true_up:sea_1'), 'earning.topped_up', true],
  [earned, money('late:ern_1'), 'earning.late', false],
  [earned, money('feedback:fbk_1'), 'earning.earned', false],
  [earned, money('correction:cor_1'), null, false],
  [earningReversed, reversed('2000'), 'earning.corrected', true],
  [earningReversed, reversed('1000'), null, false],
  [earningReversed, reversed('0'), null, false],
  [taxFormMoved, form('requested'), 'tax_form.requested', true],
  [taxFormMoved, form('received'), null, false],
  [taxFormMoved, form('valid'), 'tax_form.valid', false],
  [taxFormMoved, form('rejected'), 'tax_form.rejected', true],
  [taxFormMoved, form('expired'), 'tax_form.expired', true],
  [recipientMoved, payee(true), 'payee.account_changed', true],
  [recipientMoved, payee(false), null, false],
] as const;

describe('what people are told of pay and tax', () => {
  test.each(CASES)('%o', ({ name }, payload, kind, isMailed) => {
    const told = templatesFor(name, payload);
    expect(told.map((one) => one.kind)).toEqual(kind === null ? [] : [kind]);
    for (const { words, isMailed: byMail } of told) {
      expect(byMail).toBe(isMailed);
      expect(words.title.length).toBeLessThan(80);
      expect(words.text).toMatch(/^\S[^]{15,900}[.”!]$/);
      expect(words.link).toMatch(/^\/[\w/-]+$/);
      expect(JSON.stringify(words)).not.toMatch(/undefined|null|\[object| {2}/);
    }
  });

  it('is covered here to the last row of the table', () => {
    const kinds = new Set<string | null>(CASES.map(([, , kind]) => kind));
    expect(PAY.map(({ kind }) => kind).filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it('names the amounts of a correction and what was found', () => {
    const [told] = templatesFor(earningReversed.name, reversed('2000'));
    expect(told?.words).toMatchObject({
      title: 'An earning of 15.00 EUR was corrected',
      text: 'Two people found it wrong: “The card said ten.” The right amount, 20.00 EUR, is yours in its place.',
    });
  });
});
