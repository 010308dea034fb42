import {
  appealMessageSent,
  appealMoved,
  statementIssued,
  type StatementIssued,
} from '../../redress/contract';
import { about, type AnyTemplate } from './template';

const day = (iso: string): string => iso.slice(0, 10);

type Kinds = readonly StatementIssued['kind'][];

/** Acts whose own notice carries the whole statement already. */
const HAS_OWN: Kinds = ['submission_declined', 'work_taken_down'];

/** Acts that were told by a mail of their own a moment ago: the statement is kept in the portal. */
const WAS_MAILED: Kinds = [
  'key_quarantined',
  'key_revoked',
  'feedback_declined',
  'generation_refused',
  'grant_declined',
  'grant_terminated',
];

function whole({ says, rule, facts, remedy, endsAt, appealUntil }: StatementIssued): string {
  const version = rule.source === 'clause' ? ` of the terms, version ${rule.version}` : '';
  const end = endsAt === null ? '' : ` It ends by itself on ${day(endsAt)}.`;
  return (
    `${says}${end} The rule is ${rule.id}${version}: “${rule.text}” What was found: “${facts}” What would change it: ` +
    `“${remedy}” You can appeal until ${day(appealUntil)}; a person who had no part in this decides.`
  );
}

/** Statements of reasons. */
export const REDRESS: readonly AnyTemplate[] = [
  ...about(statementIssued, 'reasons', {
    issued: {
      mail: true,
      when: ({ kind }) => !HAS_OWN.includes(kind) && !WAS_MAILED.includes(kind),
      write: (statement) => [
        'A decision, and its reasons',
        whole(statement),
        `/studio/decisions/${statement.statementId}`,
      ],
    },
    kept: {
      mail: false,
      when: ({ kind }) => WAS_MAILED.includes(kind),
      write: (statement) => [
        'The reasons of a decision are kept for you',
        whole(statement),
        `/studio/decisions/${statement.statementId}`,
      ],
    },
  }),
  ...about(appealMoved, 'hearing', {
    filed: {
      mail: false,
      to: ['filed'],
      when: ({ verb }) => verb === 'file',
      write: ({ appealId }) => [
        'Your appeal has arrived',
        'Somebody who had no part in the decision hears it and answers within seven days.',
        `/studio/appeals/${appealId}`,
      ],
    },
    answered: {
      mail: true,
      to: ['upheld', 'overturned', 'partly_overturned'],
      write: ({ appealId, to: now, reasons }) => [
        now === 'upheld' ? 'Your appeal: the decision stands' : 'Your appeal: the decision is overturned',
        `Another person looked at it anew. They wrote: “${reasons ?? ''}”`,
        `/studio/appeals/${appealId}`,
      ],
    },
  }),
  ...about(appealMessageSent, 'hearing', {
    message: {
      mail: true,
      write: ({ appealId, isByArtist }) => [
        'A message in an appeal',
        isByArtist
          ? 'The artist wrote to you. Read and answer it there.'
          : 'Whoever hears it wrote to you. Read and answer it there.',
        isByArtist ? `/review/hearings/${appealId}` : `/studio/appeals/${appealId}`,
      ],
    },
  }),
];
