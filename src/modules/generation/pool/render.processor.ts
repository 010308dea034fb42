import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Handles, type JobRun } from '../../../platform/queue/job.registry';
import type { FaultCode } from '../domain/faults';
import type { RenderedFiles, VideoProvider } from '../domain/provider';
import { RENDER, type RenderJob } from '../generation.jobs';
import { ProviderRegistry } from '../providers/registry.provider';
import { BriefService } from '../styles/brief.service';
import { HandOverService } from './hand-over.service';
import { LeaseService, type HeldLease } from './lease.service';
import { OutcomeService } from './outcome.service';

const CHECK_MS = 250;

type Result =
  | { readonly kind: 'done'; readonly files: RenderedFiles }
  | { readonly kind: 'fault'; readonly code: FaultCode; readonly message: string }
  /** The right has ended: canceled, past its deadline or taken over. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'stopping' };

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Renders one clip under a lease: submit, look four times a second, check what came out, deliver. */
@Injectable()
export class RenderProcessor implements BeforeApplicationShutdown {
  private readonly log = new Logger('render');
  private readonly stopping = new AbortController();
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly providers: ProviderRegistry,
    private readonly leases: LeaseService,
    private readonly outcomes: OutcomeService,
    private readonly briefs: BriefService,
    private readonly handOvers: HandOverService,
  ) {}

  /** Hands running clips back while the database is still there; otherwise each would wait for its lease to run out. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.allSettled(this.running);
  }

  @Handles(RENDER)
  async render(job: RenderJob, run: JobRun): Promise<void> {
    const stop = AbortSignal.any([run.signal, this.stopping.signal]);
    // Released but not taken: the sweep of a living process enqueues it again.
    if (stop.aborted) return;
    const work = this.renderOne(job, stop);
    this.running.add(work);
    await work.finally(() => this.running.delete(work));
  }

  private async renderOne(job: RenderJob, stop: AbortSignal): Promise<void> {
    const lease = await this.leases.take(job);
    if (lease === null) return;
    try {
      await this.renderWith(this.providers.get(lease.row.provider), lease, stop);
    } catch (error) {
      // A provider that throws breaks its contract; the clip is treated as any other failed attempt.
      this.log.error({ generation: lease.row.id, error });
      await this.outcomes.fault(claimOf(lease), 'UNKNOWN', messageOf(error));
    } finally {
      lease.close();
    }
  }

  private async renderWith(provider: VideoProvider, lease: HeldLease, stop: AbortSignal): Promise<void> {
    const submission = await provider.submit(await this.briefs.requestOf(lease.row, provider.key));
    if (submission.state !== 'accepted') {
      const code = submission.state === 'failed' ? submission.code : 'UNKNOWN';
      await this.outcomes.fault(claimOf(lease), code, submission.message);
      return;
    }
    const { ticket } = submission;
    try {
      await lease.setTicket(ticket);
      await this.conclude(lease, provider, await this.watch(provider, ticket, lease, stop));
    } finally {
      await this.discard(provider, ticket);
    }
  }

  private async watch(
    provider: VideoProvider,
    ticket: string,
    lease: HeldLease,
    stop: AbortSignal,
  ): Promise<Result> {
    const either = AbortSignal.any([stop, lease.lost]);
    for (;;) {
      if (lease.lost.aborted) return { kind: 'lost' };
      if (stop.aborted) return { kind: 'stopping' };
      const check = await provider.check(ticket);
      switch (check.state) {
        case 'running':
          lease.report(check.progress);
          break;
        case 'done':
          return { kind: 'done', files: check.files };
        case 'failed':
          return { kind: 'fault', code: check.code, message: check.message };
        case 'ready':
        case 'unclear':
          throw new Error(`${provider.key} runs here, yet leaves its clips elsewhere`);
        case 'unknown':
          return { kind: 'fault', code: 'UNKNOWN_TICKET', message: 'The renderer has forgotten this clip.' };
      }
      await pause(CHECK_MS, undefined, { signal: either }).catch(() => undefined);
    }
  }

  private async conclude(lease: HeldLease, provider: VideoProvider, result: Result): Promise<void> {
    const claim = claimOf(lease);
    switch (result.kind) {
      case 'lost':
        this.log.log(
          { generation: lease.row.id, fence: String(lease.fence) },
          'stopped: the lease has ended',
        );
        return;
      case 'stopping':
        await this.outcomes.giveBack(claim);
        return;
      case 'fault':
        await this.outcomes.fault(claim, result.code, result.message);
        return;
      case 'done':
        await this.handOvers.handOver(lease.row, lease.fence, result.files, provider.model);
    }
  }

  private async discard(provider: VideoProvider, ticket: string): Promise<void> {
    await provider.cancel(ticket).catch((error: unknown) => this.log.warn(error));
    await provider.discard(ticket).catch((error: unknown) => this.log.warn(error));
  }
}

const claimOf = (lease: HeldLease): { generationId: string; fence: bigint } => ({
  generationId: lease.row.id,
  fence: lease.fence,
});
