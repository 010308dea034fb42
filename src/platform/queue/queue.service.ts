import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import {
  createPostgresBackend,
  createRedisBackend,
  Queue,
  Worker,
  type BackendFactory,
  type IQueueBackend,
  type Job,
} from 'bullmq';
import Redis from 'ioredis';
import { Pool } from 'pg';
import { Settings } from '../config/settings';
import type { JobKind } from './job';
import { JobRegistry, type JobRun } from './job.registry';
import { QUEUES, type QueueName } from './queue.names';

/** One job to enqueue. The same `id` while the first is waiting or running is one job; `:` may not occur in it. */
export interface JobRequest<D extends object> {
  readonly kind: JobKind<D>;
  readonly id?: string;
  readonly data: D;
  /** Milliseconds before it may start. */
  readonly delay?: number;
}

type AnyQueue = Queue<object, void, string, object, void, string, IQueueBackend>;
type AnyWorker = Worker<object, void, string, IQueueBackend>;

/** Lock 15 s, sweep 5 s: a killed worker's job runs elsewhere within about 20 s (bullmq's defaults take a minute). */
const WORKER_OPTIONS = { lockDuration: 15_000, stalledInterval: 5_000, maxStalledCount: 5 } as const;
const BACKOFF = { type: 'exponential', delay: 500, jitter: 0.5 } as const;

const bullOptions = (kind: JobKind<object>, request: { id?: string; delay?: number }) => ({
  attempts: kind.attempts,
  backoff: BACKOFF,
  removeOnComplete: true,
  removeOnFail: true,
  ...(request.id === undefined ? {} : { jobId: request.id }),
  ...(request.delay === undefined ? {} : { delay: request.delay }),
});

/**
 * The alarm clock: BullMQ on Postgres, or on Redis with REDIS_URL. Jobs carry ids, never facts; losing every queue
 * loses nothing, because sweeps in Postgres enqueue again.
 */
@Injectable()
export class QueueService implements OnApplicationShutdown {
  private readonly log = new Logger('queue');
  private readonly queues = new Map<QueueName, AnyQueue>();
  private readonly workers: AnyWorker[] = [];
  private readonly closing = new AbortController();
  private readonly connection: Pool | Redis;
  private readonly backend: BackendFactory;

  constructor(
    private readonly settings: Settings,
    private readonly registry: JobRegistry,
  ) {
    if (settings.redisUrl === undefined) {
      this.connection = this.postgresPool(settings.databaseUrl);
      this.backend = createPostgresBackend as unknown as BackendFactory;
    } else {
      this.connection = new Redis(settings.redisUrl, { maxRetriesPerRequest: null });
      this.connection.on('error', (error) => this.log.warn(`redis: ${error.message}`));
      this.backend = createRedisBackend;
    }
  }

  async add<D extends object>(request: JobRequest<D>): Promise<void> {
    await this.queue(request.kind.queue).add(
      request.kind.name,
      request.data,
      bullOptions(request.kind, request),
    );
  }

  /** Up to three go one by one, more in bulk: a bulk call has a fixed cost of its own. */
  async addAll(requests: readonly JobRequest<object>[]): Promise<void> {
    if (requests.length <= 3) {
      for (const request of requests) await this.add(request);
      return;
    }
    for (const name of new Set(requests.map((request) => request.kind.queue))) {
      const group = requests.filter((request) => request.kind.queue === name);
      await this.queue(name).addBulk(
        group.map((request) => ({
          name: request.kind.name,
          data: request.data,
          opts: bullOptions(request.kind, request),
        })),
      );
    }
  }

  /** Starts the workers of this process and the clocks of repeating jobs. Called once, when everything else is up. */
  async work(): Promise<void> {
    for (const name of Object.keys(QUEUES) as QueueName[])
      if (name !== 'pool-cpu' || this.settings.poolSlots > 0) this.startWorker(name);
    for (const handler of this.registry.all()) {
      if (handler.every === undefined) continue;
      await this.queue(handler.kind.queue).upsertJobScheduler(
        handler.job,
        { every: handler.every },
        { name: handler.job, data: {}, opts: { removeOnComplete: true, removeOnFail: true } },
      );
    }
  }

  /** Counts of waiting, active and delayed jobs of one queue. Costs grow with the backlog: for health pages, not for polling. */
  async counts(name: QueueName): Promise<Record<string, number>> {
    return this.queue(name).getJobCounts('waiting', 'active', 'delayed', 'failed');
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing.abort();
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    if (this.connection instanceof Pool) await this.connection.end();
    else this.connection.disconnect();
  }

  private postgresPool(url: string): Pool {
    // Each worker keeps one connection for LISTEN; the rest serve short statements.
    const max = Object.keys(QUEUES).length + 5;
    const pool = new Pool({
      connectionString: url,
      max,
      keepAlive: true,
      options: '-c search_path=bullmq',
      application_name: 'atelier-queue',
    });
    pool.setMaxListeners(0);
    pool.on('error', (error) => this.log.warn(`queue connection: ${error.message}`));
    return pool;
  }

  private queue(name: QueueName): AnyQueue {
    let queue = this.queues.get(name);
    if (queue === undefined) {
      queue = new Queue(name, { connection: this.connection }, this.backend);
      queue.on('error', (error) => this.log.warn(`queue ${name}: ${error.message}`));
      this.queues.set(name, queue);
    }
    return queue;
  }

  private startWorker(name: QueueName): void {
    const concurrency = name === 'pool-cpu' ? this.settings.poolSlots : QUEUES[name].concurrency;
    const options = { ...WORKER_OPTIONS, connection: this.connection, concurrency };
    const worker = new Worker(name, (job) => this.run(job), options, this.backend);
    worker.on('error', (error) => this.log.warn(`worker ${name}: ${error.message}`));
    worker.on('failed', (job, error) =>
      this.log.error({ job: job?.name, id: job?.id, attempt: job?.attemptsMade, error }),
    );
    this.workers.push(worker);
  }

  private async run(job: Job): Promise<void> {
    const run: JobRun = { id: job.id ?? '', attempt: job.attemptsMade + 1, signal: this.closing.signal };
    await this.registry.get(job.name).call(job.data as object, run);
  }
}
