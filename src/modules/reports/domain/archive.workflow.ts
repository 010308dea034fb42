import { workflow } from '../../../kernel/workflow';

export const ARCHIVE_STATES = ['queued', 'running', 'ready', 'failed', 'canceled', 'expired'] as const;
export type ArchiveState = (typeof ARCHIVE_STATES)[number];

export interface ArchiveFacts {
  readonly isOwn: boolean;
}

/** Everything of one artist in one file. No move depends on whether they are still in: it is theirs after leaving as before. */
export const archiveWorkflow = workflow<ArchiveFacts>()({
  name: 'archive',
  table: 'reports_archives',
  states: ARCHIVE_STATES,
  initial: 'queued',
  moves: {
    start: { from: ['queued'], to: 'running', by: ['system'] },
    resume: { from: ['running'], to: 'queued', by: ['system'] },
    finish: { from: ['running'], to: 'ready', by: ['system'] },
    fail: { from: ['queued', 'running'], to: 'failed', by: ['system'] },
    cancel: {
      from: ['queued', 'running'],
      to: 'canceled',
      by: ['artist'],
      unless: ({ isOwn }) => (isOwn ? null : 'not_allowed'),
    },
    expire: { from: ['ready'], to: 'expired', by: ['system'] },
  },
});

export type ArchiveVerb = keyof typeof archiveWorkflow.moves;
