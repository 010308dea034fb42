import {
  incidentClosed,
  keyExpiring,
  keyNetworkSeen,
  keyQuarantined,
  keyThrottled,
  staffAlerted,
  workerKeyExposed,
} from '../../access/contract';
import { about, type AnyTemplate } from './template';

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** Keys that may be in wrong hands: what happened, what still works, how to go on. */
export const KEYS: readonly AnyTemplate[] = [
  ...about(keyQuarantined, 'key', {
    quarantined: {
      mail: true,
      when: ({ personId, by: who }) => who !== personId,
      write: ({ name, reason }) => [
        `Your key “${name}” was stopped`,
        `${reason}. We stopped this key, and only this key. What still works: the portal, your other keys, your credits, reviews and pay; nobody else was touched. What it had under way was cancelled and its credits are back. To go on, open Keys and press “Replace”: you get a new key at once. If it was you, write to us; what was withheld comes back to you.`,
        '/studio/keys',
      ],
    },
    reported: {
      mail: false,
      when: ({ personId, by: who }) => who === personId,
      write: ({ name }) => [
        `You stopped “${name}” because it leaked`,
        'It opens nothing any more, and what it had under way was cancelled. Your other keys and the portal work as before.',
        '/studio/keys',
      ],
    },
  }),
  ...about(keyThrottled, 'key', {
    throttled: {
      mail: true,
      write: ({ name, reason }) => [
        `Your key “${name}” goes slowly for now`,
        `${reason}. It may make six requests a minute and one clip at a time until it was quiet for 15 minutes; then it goes on as before by itself. If this was not you, press “It leaked” under Keys.`,
        '/studio/keys',
      ],
    },
  }),
  ...about(keyExpiring, 'key', {
    expiring: {
      mail: true,
      write: ({ name, expiresAt }) => [
        `Your key “${name}” expires soon`,
        `It ends on ${DATE.format(new Date(expiresAt))}. Replace it under Keys: the old one works for 24 hours more, so that nothing stops meanwhile.`,
        '/studio/keys',
      ],
    },
  }),
  ...about(keyNetworkSeen, 'key', {
    new_network: {
      mail: true,
      write: ({ name, network, agent }) => [
        `Your key “${name}” was used from a new place`,
        `The network is ${network}, the program ${agent}. If that was you, nothing is to do. If not, press “It leaked” under Keys: the key stops at once and you get a new one.`,
        '/studio/keys',
      ],
    },
  }),
  ...about(workerKeyExposed, 'worker', {
    key_leaked: {
      mail: true,
      write: ({ name, pool, place }) => [
        `The worker key “${name}” was found in public and is stopped`,
        `${place === '' ? 'Somebody who found it told us.' : `It was found at ${place}.`} Its workers of the pool “${pool}” can no longer take or deliver clips; what they had goes to others when its lease is over, and no artist is charged twice. Make a new key under Workers and put it on those machines.`,
        '/manage/workers',
      ],
    },
  }),
  ...about(staffAlerted, 'incident', {
    opened: {
      mail: true,
      write: ({ reason, incidentId }) => [
        'A key was stopped',
        `${reason}. It is contained: one key, nobody else. Look at the evidence and say what it was.`,
        `/manage/incidents/${incidentId}`,
      ],
    },
  }),
];

/** The end of an incident, told to whose key it was. */
export const INCIDENTS: readonly AnyTemplate[] = about(incidentClosed, 'incident', {
  confirmed: {
    mail: true,
    when: ({ verdict, personId }) => verdict === 'confirmed' && personId !== null,
    write: ({ reason }) => [
      'The incident with your key is closed',
      `It was in wrong hands. What they said who looked at it: “${reason}” What came of it stays hidden and is none of your work. Nothing more is to do.`,
      '/studio/keys',
    ],
  },
  dismissed: {
    mail: true,
    when: ({ verdict, personId }) => verdict === 'dismissed' && personId !== null,
    write: ({ reason }) => [
      'It was a false alarm',
      `Your key was stopped without need, and we are sorry. What they said who looked at it: “${reason}” The clips that were withheld are yours again. The stopped key itself stays over; use the new one.`,
      '/studio/keys',
    ],
  },
});
