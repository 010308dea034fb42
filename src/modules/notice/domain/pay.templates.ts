import { decimal, type Currency } from '../../../kernel/money';
import { earned, earningReversed, taxFormMoved, type Earned } from '../../compensation/contract';
import { recipientMoved } from '../../payouts/contract';
import { about, type AnyTemplate } from './template';

const said = (amount: string, currency: Currency): string =>
  `${decimal({ amount: BigInt(amount), currency })} ${currency}`;

/** What earned the money: the word before the colon. */
export const causeOf = ({ cause }: Pick<Earned, 'cause'>): string => cause.split(':')[0] ?? '';

/** Causes that have words of their own. */
export const OWN_WORDS: ReadonlySet<string> = new Set(['true_up', 'late', 'correction']);

const FORMS: Readonly<Record<string, string>> = {
  w9: 'W-9',
  w8ben: 'W-8BEN',
  w8bene: 'W-8BEN-E',
  w8eci: 'W-8ECI',
  f8233: 'form 8233',
  dac7: 'DAC7 details',
};
const formOf = ({ kind }: { readonly kind: string }): string => FORMS[kind] ?? kind;

const MONEY_PAGE = '/studio/money';
const TAX_PAGE = '/studio/tax';

/** Top-ups, delays, corrections, tax forms, and where money arrives. */
export const PAY: readonly AnyTemplate[] = [
  ...about(earned, 'earning', {
    topped_up: {
      mail: true,
      when: (payload) => causeOf(payload) === 'true_up',
      write: ({ amount, currency }) => [
        `${said(amount, currency)} on top for a task`,
        'It took longer than was estimated, so everybody who did it is topped up to the floor for an hour. The numbers are on your earnings page.',
        MONEY_PAGE,
      ],
    },
    late: {
      mail: false,
      when: (payload) => causeOf(payload) === 'late',
      write: ({ amount, currency }) => [
        `${said(amount, currency)} for the wait`,
        'An amount reached you after its promised date. The published rate for each day is added by itself.',
        MONEY_PAGE,
      ],
    },
  }),
  ...about(earningReversed, 'earning', {
    corrected: {
      mail: true,
      // What takes money away has its statement of reasons, which says all of this.
      when: ({ amount, rightAmount }) => BigInt(rightAmount) > BigInt(amount),
      write: ({ amount, rightAmount, currency, note }) => [
        `An earning of ${said(amount, currency)} was corrected`,
        `Two people found it wrong: “${note}” The right amount, ${said(rightAmount, currency)}, is yours in its place.`,
        MONEY_PAGE,
      ],
    },
  }),
  ...about(taxFormMoved, 'tax_form', {
    requested: {
      mail: true,
      to: ['requested'],
      write: (payload) => [
        `Please hand in your ${formOf(payload)}`,
        'Money waits for it. Nothing of what you earned is lost; it is paid once the form is there and was looked at.',
        TAX_PAGE,
      ],
    },
    valid: {
      mail: false,
      to: ['valid'],
      write: (payload) => [
        `Your ${formOf(payload)} was accepted`,
        'Nothing else is needed for tax now. What is due goes into the next batch.',
        TAX_PAGE,
      ],
    },
    rejected: {
      mail: true,
      to: ['rejected'],
      write: (payload) => [
        `Your ${formOf(payload)} needs a correction`,
        'What is wrong with it is on the page Tax. Hand in a right one; what you earned waits for you.',
        TAX_PAGE,
      ],
    },
    expired: {
      mail: true,
      to: ['expired'],
      write: (payload) => [
        `Your ${formOf(payload)} is no longer valid`,
        'Its time is over. Sign a new one and hand it in; what you earned waits for you.',
        TAX_PAGE,
      ],
    },
  }),
  ...about(recipientMoved, 'payee', {
    account_changed: {
      mail: true,
      when: ({ hasNewAccount }) => hasNewAccount,
      write: () => [
        'Where your money arrives was changed',
        'It goes to another account from now on, and whoever approves the next batch sees that. If it was not you, change it back and sign out everywhere in your settings, then tell us.',
        '/studio/payee',
      ],
    },
  }),
];
