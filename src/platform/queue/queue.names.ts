/** The queues of Atelier. Each has its own workers, so that a slow kind of job cannot starve the others. */
export const QUEUES = {
  default: { concurrency: 4 },
  money: { concurrency: 2 },
  mail: { concurrency: 2 },
  hosted: { concurrency: 4 },
  /** Endpoints of others may take ten seconds each: they must hold up nobody else. */
  webhooks: { concurrency: 8 },
  'pool-cpu': { concurrency: 1 },
} as const satisfies Record<string, { concurrency: number }>;

export type QueueName = keyof typeof QUEUES;
