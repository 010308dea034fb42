import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { Settings } from '../../../platform/config/settings';
import { FfmpegLocator } from '../../../platform/media/ffmpeg';
import { drawStills } from '../../../platform/media/stills';
import type { Failure, HostedProvider, RenderedFiles } from '../domain/provider';
import type { GenerationEntity } from '../generation.entity';
import { DeliveryService } from '../pool/delivery.service';
import { OutcomeService } from '../pool/outcome.service';
import type { TicketEntity } from './ticket.entity';
import { TicketRepository } from './ticket.repository';

/** While a file is being brought here and checked, no other process looks at its ticket. Seconds. */
const BUSY_SECONDS = 120;
const RENEW_MS = 40_000;
/** A clip that cannot be fetched after this many looks is given up. */
const FETCH_LOOKS = 5;

export type Arrival =
  { readonly state: 'arrived' } | Failure | { readonly state: 'unclear'; readonly failure: Failure };

const badOutput = (why: string): Failure => ({
  state: 'failed',
  code: 'BAD_OUTPUT',
  message: `The renderer delivered something else: ${why}.`,
});

/** Brings a clip that is ready elsewhere to our own storage at once: at its vendor it may be gone within the hour. */
@Injectable()
export class ArrivalService {
  private readonly log = new Logger('hosted');

  constructor(
    private readonly settings: Settings,
    private readonly ffmpeg: FfmpegLocator,
    private readonly tickets: TicketRepository,
    private readonly outcomes: OutcomeService,
    private readonly deliveries: DeliveryService,
  ) {}

  async receive(
    provider: HostedProvider,
    row: GenerationEntity,
    sent: TicketEntity,
    ticket: string,
  ): Promise<Arrival> {
    const folder = path.resolve(this.settings.dataDir, 'work', `hosted-${sent.requestId}-${sent.fence}`);
    const busy = (): Promise<void> => this.tickets.lookAgain(sent.requestId, BUSY_SECONDS, true);
    await this.tickets.lookAgain(sent.requestId, BUSY_SECONDS, sent.looks === 0);
    const renewal = setInterval(() => void busy().catch((error: unknown) => this.log.warn(error)), RENEW_MS);
    try {
      await mkdir(folder, { recursive: true });
      const fetched = await provider.fetch(ticket, folder);
      if (fetched.state === 'unclear') return sent.looks + 1 >= FETCH_LOOKS ? fetched.failure : fetched;
      if (fetched.state === 'failed') return fetched;
      return await this.deliver(provider, row, sent, fetched.video);
    } finally {
      clearInterval(renewal);
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async deliver(
    provider: HostedProvider,
    row: GenerationEntity,
    sent: TicketEntity,
    video: string,
  ): Promise<Arrival> {
    // The right has ended meanwhile: what was fetched belongs to nobody.
    if (!(await this.outcomes.finish(sent))) return { state: 'arrived' };
    const files = await this.dress(video);
    if ('state' in files) return files;
    const fault = await this.deliveries.inspect(row, files);
    if (fault !== null) return badOutput(fault);
    const stored = await this.deliveries.store(row, sent.fence, files);
    if (!(await this.outcomes.succeed(sent, stored, provider.model))) await this.deliveries.remove(stored);
    return { state: 'arrived' };
  }

  /** Poster and contact sheet of a clip that came without. */
  private async dress(video: string): Promise<RenderedFiles | Failure> {
    const finding = await this.ffmpeg.find();
    if (!finding.found) return { state: 'failed', code: 'TRANSIENT', message: finding.reason };
    const stills = await drawStills(finding.ffmpeg, video);
    return stills.ok ? { video, poster: stills.poster, sheet: stills.sheet } : badOutput(stills.reason);
  }
}
