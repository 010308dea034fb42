import {
  appealMessageSent,
  appealMoved,
  submissionAssigned,
  submissionMoved,
  workPublished,
  type Statement,
} from '../../approval/contract';
import { clipsGoing, filesBad, generationMoved, workerHeld } from '../../generation/contract';
import { about, type AnyTemplate } from './template';

const day = (iso: string): string => iso.slice(0, 10);

const quoted = (note: string | null): string =>
  note === null || note === '' ? '' : ` They wrote: “${note}”`;

/** A statement of reasons as one paragraph: rule, facts, remedy, how and until when to appeal. */
function because(statement: Statement | null): string {
  if (statement === null) return 'The reasons are on its page, with the rule, and with how to appeal.';
  const { clauseId, termsVersion, facts, remedy, appealUntil } = statement;
  return (
    `The rule is ${clauseId} of the terms, version ${termsVersion}. What was found: “${facts}” What would pass: “${remedy}” ` +
    `You can appeal until ${day(appealUntil)}; a person who had no part in this decides.`
  );
}

const UNCHARGED = 'Nothing was charged: the credits are back on your balance.';

/** Clips, and what is shown of them. */
export const WORK: readonly AnyTemplate[] = [
  ...about(generationMoved, 'generation', {
    succeeded: {
      mail: false,
      to: ['succeeded'],
      write: ({ generationId }) => [
        'Your clip is ready',
        'Watch it, and mark it a keeper if you can use it.',
        `/studio/clips/${generationId}`,
      ],
    },
    failed: {
      mail: false,
      to: ['failed', 'aborted'],
      write: ({ generationId }) => [
        'Your clip could not be made',
        `Something went wrong on our side. ${UNCHARGED} Try it again.`,
        `/studio/clips/${generationId}`,
      ],
    },
    refused: {
      mail: false,
      to: ['refused'],
      write: ({ generationId }) => [
        'Your prompt was refused by the model',
        `${UNCHARGED} The reason is on its page; change the prompt and try again.`,
        `/studio/clips/${generationId}`,
      ],
    },
    expired: {
      mail: false,
      to: ['expired'],
      write: ({ generationId }) => [
        'Your clip was not made in time',
        `Its deadline passed while it waited. ${UNCHARGED}`,
        `/studio/clips/${generationId}`,
      ],
    },
  }),
  ...about(workerHeld, 'worker', {
    held: {
      mail: true,
      write: ({ name, losses }) => [
        `The worker “${name}” was taken out of its pool`,
        `It lost ${losses} clips within an hour. Others have made them, and nobody was charged twice. Look at the machine, then let it work again under Workers.`,
        '/manage/workers',
      ],
    },
  }),
  ...about(filesBad, 'files', {
    bad: {
      mail: true,
      write: ({ bad, checked }) => [
        `${bad} of ${checked} stored files are not what was delivered`,
        'They were changed, are gone or lack their mark. Which ones and why is on the page of file checks. Restore them from a backup, then have them looked at again.',
        '/manage/files',
      ],
    },
  }),
  ...about(clipsGoing, 'clips', {
    going: {
      mail: true,
      write: ({ count, firstAt, named }) => [
        count === 1 ? 'A clip of yours goes into the bin' : `${count} clips of yours go into the bin`,
        `From ${day(firstAt)} on: ${named.map(({ prompt, goesAt }) => `“${prompt}” (${day(goesAt)})`).join(', ')}` +
          `${count > named.length ? ` and ${count - named.length} more` : ''}. ` +
          'They are no keepers and nothing needs them. Mark a clip as a keeper, or let it stay, and it does. Out of the bin you take it back with one click, until the bin is emptied.',
        '/studio/bin?show=warned',
      ],
    },
  }),
  ...about(submissionMoved, 'submission', {
    submitted: {
      mail: false,
      verbs: ['submit', 'resubmit'],
      write: ({ title, submissionId }) => [
        `“${title}” is with the reviewers`,
        'The page of the submission shows until when it is decided.',
        `/studio/submissions/${submissionId}`,
      ],
    },
    changes_requested: {
      mail: true,
      verbs: ['requestChanges'],
      write: ({ title, note, submissionId }) => [
        `“${title}” needs a change`,
        `A reviewer asks for a change before it can be shown.${quoted(note)} Change it and submit it again from its page.`,
        `/studio/submissions/${submissionId}`,
      ],
    },
    approved: {
      mail: true,
      verbs: ['approve', 'approveLate'],
      write: ({ title, verb, submissionId }) => [
        `“${title}” is approved`,
        verb === 'approveLate'
          ? 'Nobody decided in time, so it is approved, as the rules promise. It goes public now, or on the date you chose.'
          : 'It goes public now, or on the date you chose.',
        `/studio/submissions/${submissionId}`,
      ],
    },
    declined: {
      mail: true,
      verbs: ['decline'],
      write: ({ title, statement, submissionId }) => [
        `“${title}” was declined`,
        because(statement),
        `/studio/submissions/${submissionId}`,
      ],
    },
    escalated: {
      mail: false,
      verbs: ['escalate', 'escalateLate'],
      write: ({ title, submissionId }) => [
        `A second reviewer looks at “${title}”`,
        'One person alone may not decide this one. Nothing to do for you now.',
        `/studio/submissions/${submissionId}`,
      ],
    },
    taken_down: {
      mail: true,
      verbs: ['takeDown'],
      write: ({ title, statement, submissionId }) => [
        `“${title}” was taken down`,
        because(statement),
        `/studio/submissions/${submissionId}`,
      ],
    },
  }),
  ...about(submissionAssigned, 'submission', {
    assigned: {
      mail: true,
      write: ({ title, submissionId }) => [
        `“${title}” is assigned to you`,
        'A manager asks you to decide it; nobody else is offered it. Its deadline stays. If you have anything to do with it, declare a conflict or pass it on.',
        `/review?item=${submissionId}`,
      ],
    },
  }),
  ...about(appealMoved, 'appeal', {
    filed: {
      mail: false,
      to: ['filed'],
      write: ({ submissionId }) => [
        'Your appeal has arrived',
        'Somebody who had no part in the decision will hear it.',
        `/studio/submissions/${submissionId}`,
      ],
    },
    upheld: {
      mail: true,
      to: ['upheld'],
      write: ({ reasons, submissionId }) => [
        'Your appeal: the decision stands',
        `Another person looked at it anew and came to the same result.${quoted(reasons)}`,
        `/studio/submissions/${submissionId}`,
      ],
    },
    overturned: {
      mail: true,
      to: ['overturned', 'partly_overturned'],
      write: ({ reasons, to: now, submissionId }) => [
        now === 'overturned'
          ? 'Your appeal: the decision is overturned'
          : 'Your appeal: the decision is overturned in part',
        `Another person looked at it anew and decided otherwise.${quoted(reasons)} What follows is on the page of the submission.`,
        `/studio/submissions/${submissionId}`,
      ],
    },
  }),
  ...about(appealMessageSent, 'appeal', {
    message: {
      mail: true,
      write: ({ submissionId, isByArtist }) => [
        'A message in an appeal',
        isByArtist
          ? 'The artist wrote to you. Read and answer it beside the clip.'
          : 'Whoever hears your appeal wrote to you. Read and answer it on the page of the submission.',
        isByArtist ? '/review/appeals' : `/studio/submissions/${submissionId}`,
      ],
    },
  }),
  ...about(workPublished, 'work', {
    published: {
      mail: true,
      write: ({ slug }) => [
        'Your work is public',
        'It is in the gallery under the address below: share it freely. You can unlist it at any time.',
        `/works/${slug}`,
      ],
    },
  }),
];
