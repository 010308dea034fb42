import { HOUR } from '../../kernel/clock';
import { jobKind } from '../../platform/queue/job';

export interface RenderJob {
  readonly generationId: string;
  /** Which release this job stands for; a job of an earlier one finds nothing to do. */
  readonly attempt: number;
}

/** One attempt per job: what becomes of a failed one is decided in Postgres, not by the queue. */
export const RENDER = jobKind<RenderJob>('generation.render', { queue: 'pool-cpu', attempts: 1 });

/** Hands one clip to a provider that renders elsewhere; nobody waits for it afterwards. */
export const SEND = jobKind<RenderJob>('generation.send', { queue: 'hosted', attempts: 1 });

const HEALTH_MS = 60_000;

/** Asks every provider whether it would serve us. */
export const CHECK_PROVIDERS = jobKind<Record<string, never>>('generation.check_providers', {
  every: HEALTH_MS,
});

const SWEEP_MS = 5_000;

/** Heals what crashes leave behind: dead workers, passed deadlines, jobs that the queue has lost. */
export const SWEEP = jobKind<Record<string, never>>('generation.sweep', { every: SWEEP_MS });

/** Takes remote workers that keep losing clips out of the pool. */
export const WATCH_WORKERS = jobKind<Record<string, never>>('generation.watch_workers', { every: SWEEP_MS });

/** Compares stored files with the database, every six hours. */
export const SWEEP_STORAGE = jobKind<Record<string, never>>('generation.sweep_storage', { every: 6 * HOUR });

/** Tells what goes, bins it, empties the bin. */
export const SWEEP_BIN = jobKind<Record<string, never>>('generation.sweep_bin', { every: 6 * HOUR });

const NIGHT_MS = 86_400_000;

/** Reads delivered files again, so that one that was damaged or changed is noticed. */
export const CHECK_FILES = jobKind<Record<string, never>>('generation.check_files', {
  every: NIGHT_MS,
  attempts: 1,
});

/** Stable for one release, so that enqueueing it again is a no-op while the first is there. */
export const renderJobId = ({ generationId, attempt }: RenderJob): string => `${generationId}.${attempt}`;
