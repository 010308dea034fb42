import {
  feedbackCredited,
  voidDropped,
  weekSummed,
  type VoidDropped,
  type WeekSummed,
} from '../../feedback/contract';
import { about, type AnyTemplate } from './template';

const some = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [count === 1 ? one : `${count} ${many}`];

function happened({ accepted, answered, shipped }: WeekSummed): string {
  const parts = [
    ...some(accepted, 'one item was accepted for pay', 'items were accepted for pay'),
    ...some(answered, 'one item got its answer', 'items got their answer'),
    ...(shipped.length === 0 ? [] : [`something you reported shipped in ${shipped.join(', ')}`]),
  ];
  return parts.length === 0 ? 'Your feedback moved on.' : `Last week ${parts.join('; ')}.`;
}

function open({ waiting, asked, openTasks }: WeekSummed): string {
  const parts = [
    ...some(asked, 'One question waits for you.', 'questions wait for you.'),
    ...some(waiting, 'One item waits for the programme.', 'items wait for the programme.'),
    ...some(openTasks, 'One paid task is open to you.', 'paid tasks are open to you.'),
  ];
  return parts.join(' ');
}

const own = ({ subject, subjectId }: VoidDropped): string =>
  subject === 'feedback' ? `/studio/feedback/${subjectId}` : '/studio/tasks';
const desk = ({ subject, subjectId }: VoidDropped): string =>
  subject === 'feedback' ? `/manage/feedback?state=all&item=${subjectId}` : '/manage/tasks';

/** The weekly letter, pay that nobody takes back, and credit for whoever said the same as what has shipped. */
export const FEEDBACK: readonly AnyTemplate[] = [
  ...about(weekSummed, 'feedback', {
    week: {
      mail: true,
      write: (week) => [
        'Your feedback last week',
        `${happened(week)} ${open(week)} You can switch this letter off on the feedback page.`.replaceAll(
          '  ',
          ' ',
        ),
        '/studio/feedback',
      ],
    },
  }),
  ...about(feedbackCredited, 'feedback', {
    credited: {
      mail: true,
      write: ({ feedbackId, version }) => [
        'What you reported has shipped',
        `It was joined with an earlier report, which shipped in ${version}. You are credited for it too.`,
        `/studio/feedback/${feedbackId}`,
      ],
    },
  }),
  ...about(voidDropped, 'pay', {
    kept: {
      mail: true,
      when: ({ as }) => as === 'artist',
      write: (dropped) => [
        'Your pay stays as it is',
        'Somebody had proposed to take back what you were paid for your work. That was dropped: nothing changes, and nothing counts against you.',
        own(dropped),
      ],
    },
    proposal_dropped: {
      mail: false,
      when: ({ as }) => as === 'proposer',
      write: (dropped) => [
        'Your proposal to take back pay was dropped',
        `${dropped.isLookedAt ? 'A second look said no' : 'A colleague said no'}: the pay stays, and the artist was told. The reason is with the proposal.`,
        desk(dropped),
      ],
    },
  }),
];
