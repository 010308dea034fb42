import { workflow } from '../../../kernel/workflow';

export const EXPORT_STATES = ['queued', 'running', 'ready', 'failed', 'canceled', 'expired'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** A file that is written in the background. One whose process died is queued again; `failed` says why. */
export const exportWorkflow = workflow<object>()({
  name: 'export',
  table: 'reports_exports',
  states: EXPORT_STATES,
  initial: 'queued',
  moves: {
    start: { from: ['queued'], to: 'running', by: ['system'] },
    resume: { from: ['running'], to: 'queued', by: ['system'] },
    finish: { from: ['running'], to: 'ready', by: ['system'] },
    fail: { from: ['queued', 'running'], to: 'failed', by: ['system'] },
    cancel: { from: ['queued', 'running'], to: 'canceled', by: ['finance', 'manager', 'admin'] },
    expire: { from: ['ready'], to: 'expired', by: ['system'] },
  },
});

export type ExportVerb = keyof typeof exportWorkflow.moves;

export const EXPORT_FORMATS = ['csv', 'xlsx', 'json', 'hledger', 'beancount'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The whole ledger, which no reading is. */
export const JOURNAL = 'journal';

/** What a file of each format is called and said to be. */
export const FILES: Readonly<Record<ExportFormat, { readonly ending: string; readonly type: string }>> = {
  csv: { ending: 'csv', type: 'text/csv; charset=utf-8' },
  xlsx: { ending: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  json: { ending: 'json', type: 'application/json' },
  hledger: { ending: 'journal', type: 'text/plain; charset=utf-8' },
  beancount: { ending: 'beancount', type: 'text/plain; charset=utf-8' },
};

/** Whether a reading, or the journal, exists in this format. */
export function isFormatOf(reading: string, format: ExportFormat): boolean {
  const isBook = format === 'hledger' || format === 'beancount';
  return isBook === (reading === JOURNAL);
}
