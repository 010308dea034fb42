import { exportMoved } from '../../reports/contract';
import { about, type AnyTemplate } from './template';

/** Files of the finance console. */
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
];
