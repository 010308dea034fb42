import { eventKind } from '../../kernel/event';
import { refusals } from '../../kernel/refusal';
import type { ArchiveState, ArchiveVerb } from './domain/archive.workflow';
import type { ExportState, ExportVerb } from './domain/export.workflow';
import type { PeriodState, PeriodVerb } from './domain/period.workflow';

export { BUCKETS, type Bucket } from './domain/ageing';
export { SMALLEST_CELL } from './domain/suppression';

export const reportsRefusals = refusals('reports', {
  unknown_reading: {
    kind: 'not_found',
    says: 'There is no reading of this name. GET /api/v1/readings lists them.',
  },
  unknown_filter: {
    kind: 'invalid',
    says: 'This reading cannot be filtered so. `known` names the filters that it has.',
  },
  bad_value: {
    kind: 'invalid',
    says: 'This value is none of the filter’s. Days are written 2026-03-31, months 2026-03, amounts in minor units; `allowed` lists the values of a closed list.',
  },
  range_reversed: {
    kind: 'invalid',
    says: 'The range ends before it begins, so nothing can be in it. Exchange its ends.',
  },
  range_too_long: { kind: 'invalid', says: 'A range has ten years at most. Choose a shorter one.' },
  amount_needs_currency: {
    kind: 'invalid',
    says: 'Amounts of different currencies cannot be compared. Choose a currency as well.',
  },
  unknown_group: {
    kind: 'invalid',
    says: 'This reading cannot be grouped so. `known` names its groupings.',
  },
  too_large: {
    kind: 'invalid',
    says: 'This is more than can be downloaded at once. Narrow the filters, or make an export: POST /api/v1/exports.',
  },
  too_large_for_xlsx: {
    kind: 'invalid',
    says: 'A sheet has 50,000 rows at most, and this would be more. Narrow the filters, or take CSV.',
  },
  unknown_format: {
    kind: 'invalid',
    says: 'This cannot be had in this format. The journal is hledger or beancount, a reading csv, xlsx or json.',
  },
  too_many_exports: {
    kind: 'conflict',
    says: 'You have three exports under way, the most there can be. Wait for one, or cancel it.',
  },
  not_ready: {
    kind: 'conflict',
    says: 'This export has no file. It is still being written, was canceled, or has expired: make it again.',
  },
  archive_not_ready: {
    kind: 'conflict',
    says: 'This archive has no file: it is still being made, was canceled, or its seven days are over. Ask for a new one, as often as you like.',
  },
  name_taken: {
    kind: 'conflict',
    says: 'You have saved a filter of this reading under this name. Choose another name, or remove the old one.',
  },
  too_many_filters: {
    kind: 'conflict',
    says: 'You have saved 100 filters, the most there can be. Remove one that you no longer need.',
  },
  month_not_over: {
    kind: 'conflict',
    says: 'This month is not over. It can be closed an hour after its last day ends, UTC.',
  },
  earlier_open: {
    kind: 'conflict',
    says: 'An earlier month with entries is open. Months are closed in their order; close that one first.',
  },
  later_closed: {
    kind: 'conflict',
    says: 'A later month is closed. Months are reopened from the last one backwards.',
  },
  unexplained: {
    kind: 'conflict',
    says: 'Reconciliation has differences that nobody has explained. Explain them first, on the page Reconciliation.',
  },
  second_person: {
    kind: 'forbidden',
    says: 'You proposed to reopen this month. Another person must confirm it.',
  },
  reason_missing: {
    kind: 'invalid',
    says: 'Say why the month is to be reopened; it is noted in the audit log.',
  },
});

/** An export took a step. */
export interface ExportMoved {
  readonly exportId: string;
  readonly personId: string;
  readonly reading: string;
  readonly format: string;
  readonly verb: ExportVerb;
  readonly from: ExportState;
  readonly to: ExportState;
  readonly rows: number;
}
export const exportMoved = eventKind<ExportMoved>('reports.export_moved');

/** An artist's archive took a step. */
export interface ArchiveMoved {
  readonly archiveId: string;
  readonly personId: string;
  readonly verb: ArchiveVerb;
  readonly from: ArchiveState;
  readonly to: ArchiveState;
  readonly files: number;
}
export const archiveMoved = eventKind<ArchiveMoved>('reports.archive_moved');

/** A month was closed, or is open again. */
export interface PeriodMoved {
  readonly month: string;
  readonly verb: PeriodVerb;
  readonly from: PeriodState;
  readonly to: PeriodState;
}
export const periodMoved = eventKind<PeriodMoved>('reports.period_moved');
