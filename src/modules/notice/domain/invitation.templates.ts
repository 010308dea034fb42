import { invitationMade } from '../../enrollment/contract';
import { about, type AnyTemplate } from './template';

/** A seat that is held for one person. */
export const INVITATION: readonly AnyTemplate[] = [
  ...about(invitationMade, 'invitation', {
    made: {
      mail: true,
      write: ({ expiresAt }) => [
        'A seat in a programme is held for you',
        `It is yours until ${expiresAt.slice(0, 10)}: take it under Enrollment. The terms come next, and nothing binds you before you accept them.`,
        '/studio/enrollment',
      ],
    },
  }),
];
