import { decimal } from '../../../kernel/money';
import {
  awardMoved,
  grantApplicationMoved,
  milestoneMoved,
  seatMoved,
  type MilestoneMoved,
} from '../../grants/contract';
import { about, type AnyTemplate } from './template';

const amountOf = ({ amount, currency }: MilestoneMoved): string =>
  `${decimal({ amount: BigInt(amount), currency })} ${currency}`;

const GRANTS = '/studio/grants';

/** Grants and events. */
export const GRANT: readonly AnyTemplate[] = [
  ...about(grantApplicationMoved, 'grant_application', {
    awarded: {
      mail: true,
      to: ['awarded'],
      write: ({ title }) => [
        `Your application to “${title}” was awarded`,
        'Read the agreement and accept it within 30 days: it says what is paid at which step.',
        GRANTS,
      ],
    },
    reserved: {
      mail: true,
      to: ['reserve'],
      write: ({ title }) => [
        `Your application to “${title}” is on the reserve list`,
        'When somebody turns an award down, the list moves up in its order. The reasons are on its page.',
        GRANTS,
      ],
    },
    declined: {
      mail: true,
      to: ['declined'],
      write: ({ title }) => [
        `Your application to “${title}” was not awarded`,
        'What decided it, and what the reviewers wrote for you, is on its page. It stays yours to read.',
        GRANTS,
      ],
    },
  }),
  ...about(awardMoved, 'award', {
    ending: {
      mail: true,
      to: ['ending'],
      write: ({ title }) => [
        `Your award of “${title}” is being ended`,
        'The reasons are on its page. You can appeal within 30 days to somebody who had no part in it; what you have earned stays yours.',
        GRANTS,
      ],
    },
    back: {
      mail: true,
      verbs: ['overturn'],
      write: ({ title }) => [
        `Your award of “${title}” stands`,
        'Your appeal was right. The steps go on as agreed.',
        GRANTS,
      ],
    },
    terminated: {
      mail: true,
      to: ['terminated'],
      write: ({ title }) => [
        `Your award of “${title}” has ended`,
        'What you have earned stays yours and is paid as usual.',
        GRANTS,
      ],
    },
  }),
  ...about(milestoneMoved, 'milestone', {
    accepted: {
      mail: true,
      to: ['accepted'],
      write: (payload) => [
        `“${payload.title}” is accepted: ${amountOf(payload)}`,
        'It is earned and goes into the next payout.',
        '/studio/money',
      ],
    },
    changes_requested: {
      mail: true,
      to: ['changes_requested'],
      write: ({ title }) => [
        `Something is missing for “${title}”`,
        'What it is stands beside the step. Hand the evidence in again when you have it.',
        GRANTS,
      ],
    },
  }),
  ...about(seatMoved, 'seat', {
    seated: {
      mail: true,
      verbs: ['seat'],
      write: ({ title, eventId }) => [
        `You have a seat: ${title}`,
        'The calendar file is on its page. If you cannot come, give the seat up there: somebody is waiting for it.',
        `/events/${eventId}`,
      ],
    },
    waitlisted: {
      mail: true,
      verbs: ['waitlist'],
      write: ({ title, eventId }) => [
        `You are on the waiting list: ${title}`,
        'The list moves up when a seat is given up. Your place is on its page.',
        `/events/${eventId}`,
      ],
    },
    cancelled: {
      mail: true,
      verbs: ['cancelEvent'],
      write: ({ title, eventId }) => [
        `Cancelled: ${title}`,
        'The event does not take place. Expenses you already had for it: ask the programme.',
        `/events/${eventId}`,
      ],
    },
  }),
];
