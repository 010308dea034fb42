import { SECOND } from '../../../kernel/clock';
import { jobKind } from '../../../platform/queue/job';

export interface ArchiveJob {
  readonly archiveId: string;
}

/** Writes one archive. Any number of runs write it once. */
export const writeArchive = jobKind<ArchiveJob>('reports.write_archive', { attempts: 3 });

/** Queues again what a dead process left, and removes archives whose time is over. */
export const sweepArchives = jobKind<object>('reports.sweep_archives', { every: 20 * SECOND });
