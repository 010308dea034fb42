import { SECOND } from '../../../kernel/clock';
import { jobKind } from '../../../platform/queue/job';

export interface ExportJob {
  readonly exportId: string;
}

/** Writes one file. Any number of runs write it once. */
export const writeExport = jobKind<ExportJob>('reports.write_export', { attempts: 3 });

/** Queues again what a dead process left, and removes files whose time is over. */
export const sweepExports = jobKind<object>('reports.sweep_exports', { every: 20 * SECOND });
