import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { FfmpegLocator } from '../../../../platform/media/ffmpeg';
import type { ProviderCheck, Submission, Ticket, VideoProvider, VideoRequest } from '../../domain/provider';
import { estimateSeconds, LIMITS } from './domain/request';
import { Render } from './render.service';

export interface ProceduralOptions {
  readonly ffmpeg: FfmpegLocator;
  /** Holds one directory per render in progress; made when needed. */
  readonly workDirectory: string;
  /** Threads drawing frames for each render; 0 draws on the calling thread, a frame at a time. */
  readonly renderWorkers: number;
  /** After how long without a step an encoder counts as hung. */
  readonly stallSeconds?: number;
}

const STALL_SECONDS = 120;

/** `ATELIER_RENDER_WORKERS` as written, or else two, or one where there is only one core. */
export function renderWorkersOf(setting: string | undefined, cores: number): number {
  const wanted = setting === undefined || setting.trim() === '' ? NaN : Number(setting);
  return Number.isInteger(wanted) && wanted >= 0 ? Math.min(wanted, 16) : Math.max(1, Math.min(2, cores));
}

/** Draws clips on this machine's processor from a formula. How many run at once is for the caller to decide. */
export class ProceduralProvider implements VideoProvider {
  readonly key = 'procedural';
  readonly kind = 'procedural' as const;
  readonly model = 'atelier-procedural-1';
  readonly limits = LIMITS;
  readonly runs = 'here' as const;
  readonly honours = ['seed', 'style', 'fps', 'draft'] as const;
  private readonly renders = new Map<Ticket, Render>();
  private readonly tickets = new Map<string, Ticket>();

  constructor(private readonly options: ProceduralOptions) {}

  estimateSeconds(request: VideoRequest): number {
    return estimateSeconds(request, this.options.renderWorkers + 1);
  }

  async unavailable(): Promise<string | null> {
    const finding = await this.options.ffmpeg.find();
    return finding.found ? null : finding.reason;
  }

  submit(request: VideoRequest): Promise<Submission> {
    const known = this.tickets.get(request.requestId);
    if (known !== undefined) return Promise.resolve({ state: 'accepted', ticket: known });
    const ticket = `procedural-${randomUUID()}`;
    const render = new Render(request, {
      ffmpeg: this.options.ffmpeg,
      directory: path.resolve(this.options.workDirectory, ticket),
      threads: this.options.renderWorkers,
      stallSeconds: this.options.stallSeconds ?? STALL_SECONDS,
    });
    this.renders.set(ticket, render);
    this.tickets.set(request.requestId, ticket);
    return Promise.resolve({ state: 'accepted', ticket });
  }

  check(ticket: Ticket): Promise<ProviderCheck> {
    return Promise.resolve(this.renders.get(ticket)?.check() ?? { state: 'unknown' });
  }

  async cancel(ticket: Ticket): Promise<void> {
    await this.renders.get(ticket)?.cancel();
  }

  async discard(ticket: Ticket): Promise<void> {
    const render = this.renders.get(ticket);
    if (!render) return;
    await render.discard();
    this.renders.delete(ticket);
    for (const [requestId, known] of this.tickets) if (known === ticket) this.tickets.delete(requestId);
  }
}
