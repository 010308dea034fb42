import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { Settings } from '../../../platform/config/settings';
import type { Failure, HostedProvider } from '../domain/provider';
import type { GenerationEntity } from '../generation.entity';
import { HandOverService } from '../pool/hand-over.service';
import type { TicketEntity } from './ticket.entity';
import { TicketRepository } from './ticket.repository';

/** While a file is being brought here and finished, no other process looks at its ticket. Seconds. */
const BUSY_SECONDS = 120;
const RENEW_MS = 40_000;
/** A clip that cannot be fetched after this many looks is given up. */
const FETCH_LOOKS = 5;

export type Arrival =
  | { readonly state: 'arrived' }
  /** It was not what was ordered; what follows for the clip is done. */
  | { readonly state: 'unfit'; readonly reason: string }
  | Failure
  | { readonly state: 'unclear'; readonly failure: Failure };

/** Brings a clip that is ready elsewhere to our own storage at once: at its vendor it may be gone within the hour. */
@Injectable()
export class ArrivalService {
  private readonly log = new Logger('hosted');

  constructor(
    private readonly settings: Settings,
    private readonly tickets: TicketRepository,
    private readonly handOvers: HandOverService,
  ) {}

  async receive(
    provider: HostedProvider,
    row: GenerationEntity,
    sent: TicketEntity,
    ticket: string,
  ): Promise<Arrival> {
    const folder = path.resolve(this.settings.dataDir, 'work', `hosted-${sent.requestId}-${sent.fence}`);
    const busy = (): Promise<void> => this.tickets.busy(sent.requestId, BUSY_SECONDS);
    await busy();
    const renewal = setInterval(() => void busy().catch((error: unknown) => this.log.warn(error)), RENEW_MS);
    try {
      await mkdir(folder, { recursive: true });
      const fetched = await provider.fetch(ticket, folder);
      if (fetched.state === 'unclear') return sent.looks + 1 >= FETCH_LOOKS ? fetched.failure : fetched;
      if (fetched.state === 'failed') return fetched;
      const files = { video: fetched.video, poster: null, sheet: null };
      const handed = await this.handOvers.handOver(row, sent.fence, files, provider.model);
      return handed.kind === 'unfit' ? { state: 'unfit', reason: handed.reason } : { state: 'arrived' };
    } finally {
      clearInterval(renewal);
      await rm(folder, { recursive: true, force: true });
    }
  }
}
