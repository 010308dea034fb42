import type { QueueName } from './queue.names';

/** A kind of background work: declared once, handled by exactly one method, enqueued by whoever may. */
export interface JobKind<D extends object> {
  /** `<module>.<verb>` */
  readonly name: string;
  readonly queue: QueueName;
  /** Attempts before the job is given up; a sweep in Postgres heals what was given up. */
  readonly attempts: number;
  /** Milliseconds between runs of a job that repeats by itself. */
  readonly every: number | undefined;
  /** Carries the data's type; never present at run time. */
  readonly data?: D;
}

export function jobKind<D extends object>(
  name: string,
  options: { queue?: QueueName; attempts?: number; every?: number } = {},
): JobKind<D> {
  return { name, queue: options.queue ?? 'default', attempts: options.attempts ?? 8, every: options.every };
}
