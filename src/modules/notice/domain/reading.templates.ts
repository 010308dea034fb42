import { archiveMoved, exportMoved } from '../../reports/contract';
import { about, type AnyTemplate } from './template';

/** Files that somebody asked for. */
export const READING: readonly AnyTemplate[] = [
  ...about(exportMoved, 'export', {
    ready: {
      mail: false,
      to: ['ready'],
      write: ({ reading, format, rows, exportId }) => [
        'Your file is ready',
        `The ${format} of “${reading}” has ${rows} ${rows === 1 ? 'row' : 'rows'}. It can be downloaded for 7 days, with its control totals and sha-256 beside it.`,
        `/finance/exports/${exportId}`,
      ],
    },
    failed: {
      mail: false,
      to: ['failed'],
      write: ({ reading, format, exportId }) => [
        'A file could not be written',
        `The ${format} of “${reading}” failed. Nothing is lost: make it again. If it fails again, the log of the installation has the cause.`,
        `/finance/exports/${exportId}`,
      ],
    },
  }),
  ...about(archiveMoved, 'archive', {
    ready: {
      mail: true,
      to: ['ready'],
      write: ({ files }) => [
        'Your archive is ready',
        `It has ${files} files: your works and keepers, the terms you accepted, your statements, feedback, submissions and every decision with its reasons. You can download it for 7 days, and ask for a new one whenever you like.`,
        '/studio/archive',
      ],
    },
    failed: {
      mail: true,
      to: ['failed'],
      write: () => [
        'Your archive could not be made',
        'Nothing of yours is lost: ask for it again. If it fails again, the log of the installation has the cause.',
        '/studio/archive',
      ],
    },
  }),
];
