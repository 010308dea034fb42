import { licenceGranted } from '../../approval/contract';
import { about, type AnyTemplate } from './template';

const day = (iso: string): string => iso.slice(0, 10);

/** Uses of works that were taken. */
export const LICENCES: readonly AnyTemplate[] = [
  ...about(licenceGranted, 'licence', {
    showcase: {
      mail: true,
      when: ({ use }) => use === 'showcase',
      write: ({ title, purpose, endsAt }) => [
        'Your work is in the showcase',
        `“${title}” is shown in “${purpose}” until ${day(endsAt)}. It is paid by the rate card: the amount is among your earnings.`,
        '/showcase',
      ],
    },
    granted: {
      mail: true,
      when: ({ use }) => use !== 'showcase',
      write: ({ title, use, purpose, endsAt }) => [
        'A licence for your work was granted',
        `“${title}” may be used for ${use} until ${day(endsAt)}: “${purpose}”. It is paid by the rate card: the amount is among ` +
          'your earnings. You can take your consent back at any time; what was earned stays.',
        '/studio/consents',
      ],
    },
  }),
];
