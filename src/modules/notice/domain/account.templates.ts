import { keyStopped } from '../../access/contract';
import {
  applicationMoved,
  accessExpiring,
  enrollmentMoved,
  rulingMoved,
  secrecyLifted,
  termsAsked,
} from '../../enrollment/contract';
import { webhookDisabled, webhookSecretLeaked } from '../contract';
import { PEOPLE } from './people.templates';
import { about, type AnyTemplate } from './template';

const foundAt = (place: string): string =>
  place === '' ? 'Somebody who found it told us.' : `It was found at ${place}.`;

/** Accounts, keys, and being in a programme. */
export const ACCOUNT: readonly AnyTemplate[] = [
  ...PEOPLE,
  ...about(keyStopped, 'key', {
    revoked: {
      mail: false,
      when: ({ personId, by: who }) => who === personId,
      write: ({ name }) => [
        `Your key “${name}” is stopped`,
        'You stopped it. It opens nothing any more; your other keys and the portal work as before.',
        '/studio/keys',
      ],
    },
    retired: {
      mail: false,
      when: ({ by: who }) => who === 'system',
      write: ({ name }) => [
        `The old key “${name}” has ended`,
        'Its 24 hours after the rotation are over. The new key goes on.',
        '/studio/keys',
      ],
    },
    stopped: {
      mail: true,
      when: ({ personId, by: who }) => who !== personId && who !== 'system',
      write: ({ name, reason }) => [
        `Your key “${name}” was stopped`,
        `The programme stopped this key. The reason given: “${reason}” Your portal, your other keys and your credits are as before. Create a new key under Keys to go on.`,
        '/studio/keys',
      ],
    },
  }),
  ...about(webhookDisabled, 'webhook', {
    disabled: {
      mail: true,
      write: ({ host, status, fault }) => [
        `Your webhook at ${host} was switched off`,
        `It took no message for three days, or said that it is gone (last answer: ${status ?? fault ?? 'none'}). Nothing else of yours is affected. Mend it, send a test, and resume it; messages since then can be sent again from its log.`,
        '/settings/webhooks',
      ],
    },
  }),
  ...about(webhookSecretLeaked, 'webhook', {
    secret_leaked: {
      mail: true,
      when: ({ isCurrent }) => isCurrent,
      write: ({ host, place }) => [
        `The secret of your webhook at ${host} was found in public`,
        `${foundAt(place)} It signs nothing any more, so nobody can send you messages in our name, and the webhook waits. Press “New secret” under Webhooks, put it where your program reads it, and resume; what happened meanwhile can be sent again from its log. Your keys and everything else are as before.`,
        '/settings/webhooks',
      ],
    },
    old_secret_leaked: {
      mail: true,
      when: ({ isCurrent }) => !isCurrent,
      write: ({ host, place }) => [
        `An old secret of your webhook at ${host} was found in public`,
        `${foundAt(place)} It signs nothing any more, from now on instead of 24 hours after the rotation. Nothing is to do if your program reads the new one.`,
        '/settings/webhooks',
      ],
    },
  }),
  ...about(applicationMoved, 'application', {
    submitted: {
      mail: true,
      to: ['submitted'],
      write: () => [
        'Your application has arrived',
        'People will read it and you will hear the decision with its reasons. Until then you can withdraw it.',
        '/studio/enrollment',
      ],
    },
    in_review: {
      mail: false,
      to: ['in_review'],
      write: () => ['Your application is being read', 'Nothing to do for you now.', '/studio/enrollment'],
    },
    waitlisted: {
      mail: true,
      to: ['waitlisted'],
      write: () => [
        'You are on the waiting list',
        'The programme is full for the moment. Your place in line is on the page of your application.',
        '/studio/enrollment',
      ],
    },
    invited: {
      mail: true,
      to: ['invited'],
      write: () => [
        'You are invited',
        'There is a place for you. Read the terms, each with a plain summary, and accept them if you agree; the Studio opens at that moment.',
        '/studio/enrollment',
      ],
    },
    expired: {
      mail: true,
      to: ['expired'],
      write: () => [
        'Your application has expired',
        'The programme no longer takes it up. You may apply to another one at any time.',
        '/studio/enrollment',
      ],
    },
  }),
  ...about(enrollmentMoved, 'enrollment', {
    joined: {
      mail: true,
      when: ({ from, to: now }) => from === 'terms_pending' && now === 'active',
      write: () => [
        'You are in',
        'The Studio is open and your credits are on your balance. Drafts are cheap: try with those and promote the one you like.',
        '/studio',
      ],
    },
    terms_changed: {
      mail: true,
      when: ({ from, to: now }) => from !== null && now === 'terms_pending',
      write: () => [
        'The new terms wait for your answer',
        'Their notice is over. See what changed and accept it to go on making clips; until then the old terms govern. If you do not agree you can leave, with everything you have earned.',
        '/studio/enrollment',
      ],
    },
    reinstated: {
      mail: true,
      when: ({ from, to: now }) => from === 'suspended' && now === 'active',
      write: () => ['Your suspension has ended', 'You can generate again.', '/studio'],
    },
    leaving: {
      mail: true,
      to: ['offboarding'],
      write: () => [
        'You are leaving the programme',
        'What you have earned is paid as usual, and your works and statements stay open to you. For 24 hours you can take it back under Enrollment.',
        '/studio/enrollment',
      ],
    },
    left: {
      mail: false,
      to: ['alumni'],
      write: () => [
        'You have left the programme',
        'Your works, statements and pay stay open to you. Under Archive you get everything of yours in one file, now or later.',
        '/studio/archive',
      ],
    },
  }),
  ...about(termsAsked, 'terms', {
    announced: {
      mail: true,
      when: ({ isMaterial }) => isMaterial,
      write: ({ version, effectiveAt }) => [
        `The terms change: version ${version}`,
        `See what changes, clause by clause, and accept it until ${effectiveAt.slice(0, 10)}. The terms you accepted govern until you do. If you do not agree you can leave, with everything you have earned.`,
        '/studio/enrollment',
      ],
    },
    corrected: {
      mail: false,
      when: ({ isMaterial }) => !isMaterial,
      write: ({ version }) => [
        `The terms are corrected: version ${version}`,
        'Nothing that binds you has changed; there is nothing to accept. The differences are on the page of the terms.',
        '/studio/enrollment',
      ],
    },
  }),
  ...about(accessExpiring, 'access', {
    expiring: {
      mail: true,
      write: ({ days, endsAt }) => [
        days === 1 ? 'Your access ends within a day' : `Your access ends in ${days} days`,
        `On ${endsAt.slice(0, 10)} you can make your last clips. Sharing, feedback, appeals, statements and pay go on after it; your files stay to be downloaded for as long as each clip says.`,
        '/studio/enrollment',
      ],
    },
  }),
  ...about(secrecyLifted, 'secrecy', {
    lifted: {
      mail: true,
      write: ({ clauseId, title }) => [
        `You may talk about it now: ${clauseId} has ended`,
        `“${title}” binds you no more.`,
        '/studio/enrollment',
      ],
    },
  }),
  ...about(rulingMoved, 'question', {
    asked: {
      mail: false,
      to: ['asked'],
      write: ({ dueAt }) => [
        'Your question has arrived',
        `Somebody without a stake in the programme answers until ${dueAt.slice(0, 10)}. Unless it is about secrets, no answer by then is a yes.`,
        '/studio/questions',
      ],
    },
    ruled: {
      mail: true,
      to: ['ruled'],
      write: ({ outcome }) => [
        outcome === 'no' ? 'Your question has a ruling: no' : 'Your question has a ruling: yes',
        `${outcome === 'conditions' ? 'Yes, with conditions. ' : ''}The reasons are on its page. It binds the programme from today.`,
        '/studio/questions',
      ],
    },
    granted: {
      mail: true,
      to: ['granted'],
      write: () => [
        'Your question is answered by silence: yes',
        'Nobody answered within two working days. That is a yes, dated and binding like any other ruling.',
        '/studio/questions',
      ],
    },
  }),
];
