import { decimal, isCurrency } from '../../../kernel/money';
import { earned } from '../../compensation/contract';
import { feedbackMoved } from '../../feedback/contract';
import { payoutMoved, type PayoutMoved } from '../../payouts/contract';
import { goodwillGiven, toppedUp } from '../../quota/contract';
import { causeOf, OWN_WORDS } from './pay.templates';
import { about, type AnyTemplate } from './template';

const amountOf = ({ amount, currency }: { readonly amount: string; readonly currency: string }): string =>
  isCurrency(currency)
    ? `${decimal({ amount: BigInt(amount), currency })} ${currency}`
    : `${amount} ${currency}`;

/** Whose doing it was that a payout came back, and what its payee may do. */
const RETURNED: Readonly<Record<NonNullable<PayoutMoved['returnedBy']>, string>> = {
  bank: 'Your bank sent it back. The money is yours as before and goes into the next batch. Check your payout details under Earnings.',
  person:
    'Two people of the programme took it back. What it paid for is owed to you as before and goes into the next batch; there is nothing for you to do.',
  stripe:
    'Stripe sent it back before it reached your bank. The money is yours as before and goes into the next batch. Look at your payout details under Earnings: Stripe may want something from you.',
};

/** Feedback, and what is earned and paid. */
export const MONEY: readonly AnyTemplate[] = [
  ...about(feedbackMoved, 'feedback', {
    accepted: {
      mail: true,
      verbs: ['accept', 'acceptLate', 'overturn'],
      write: () => [
        'Your feedback was accepted',
        'Thank you: it is paid by the rate card. The amount is on your earnings page.',
        '/studio/feedback',
      ],
    },
    declined: {
      mail: true,
      to: ['declined'],
      write: () => [
        'Your feedback was declined',
        'The reason and the answer are on its page.',
        '/studio/feedback',
      ],
    },
    duplicate: {
      mail: true,
      to: ['duplicate'],
      write: () => [
        'Somebody reported this before',
        'Your feedback was joined with an earlier one and is paid at the duplicate rate. Its page shows the answer.',
        '/studio/feedback',
      ],
    },
    needs_info: {
      mail: true,
      to: ['needs_info'],
      write: () => [
        'A question about your feedback',
        'The programme needs to know more. Answer on its page; the clock for a decision waits for you.',
        '/studio/feedback',
      ],
    },
    planned: {
      mail: false,
      to: ['planned'],
      write: () => ['Your feedback is planned', 'It will be worked on.', '/studio/feedback'],
    },
    shipped: {
      mail: true,
      to: ['shipped'],
      write: () => [
        'Your feedback has shipped',
        'What you reported is in the model now. Its page names the version, and you are credited.',
        '/studio/feedback',
      ],
    },
  }),
  ...about(earned, 'earning', {
    earned: {
      mail: false,
      when: (payload) => !OWN_WORDS.has(causeOf(payload)),
      write: (payload) => [
        `You earned ${amountOf(payload)}`,
        'It goes into the next payout. What it is for is on your earnings page.',
        '/studio/money',
      ],
    },
  }),
  ...about(toppedUp, 'quota', {
    topped_up: {
      mail: false,
      write: ({ credits, reason }) => [
        `${credits} extra credits for you`,
        `They are on your balance and do not expire. The reason given: “${reason}”`,
        '/studio',
      ],
    },
  }),
  ...about(goodwillGiven, 'quota', {
    goodwill_given: {
      mail: false,
      when: ({ cause }) => cause === 'eta_missed',
      write: ({ credits, generationId }) => [
        `${credits} credits are back`,
        'Your clip took longer than we had said, so it costs nothing. What was predicted and what happened is in the history of your credits.',
        `/studio/clips/${generationId}`,
      ],
    },
  }),
  ...about(payoutMoved, 'payout', {
    in_transit: {
      mail: false,
      to: ['in_transit'],
      write: (payload) => [
        `${amountOf(payload)} are on their way to you`,
        'You will hear when they have arrived.',
        '/studio/money',
      ],
    },
    paid: {
      mail: true,
      to: ['paid'],
      write: (payload) => [
        `${amountOf(payload)} were paid to you`,
        'The earnings in it are on your statement of this month.',
        '/studio/money',
      ],
    },
    failed: {
      mail: true,
      to: ['failed'],
      write: (payload) => [
        `A payout of ${amountOf(payload)} failed`,
        'The money is yours as before and goes into the next batch. Check your payout details under Earnings.',
        '/studio/money',
      ],
    },
    returned: {
      mail: true,
      to: ['returned'],
      write: (payload) => [
        `A payout of ${amountOf(payload)} came back`,
        RETURNED[payload.returnedBy ?? 'bank'],
        '/studio/money',
      ],
    },
    on_hold: {
      mail: false,
      to: ['on_hold'],
      write: (payload) => [
        `A payout of ${amountOf(payload)} waits`,
        'We do not know yet whether it was carried out and are finding out before anything is sent again.',
        '/studio/money',
      ],
    },
  }),
];
