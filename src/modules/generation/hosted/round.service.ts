import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Settings } from '../../../platform/config/settings';
import { Database } from '../../../platform/db/database';
import { FlowRepository } from '../pool/flow.repository';
import { ProviderRegistry } from '../providers/registry.provider';
import { CircuitService } from '../routing/circuit.service';
import { LookService } from './look.service';
import { TicketRepository } from './ticket.repository';

const ROUND_MS = 1_000;
/** A look that was cut off by a crash is due again after this long. */
const CLAIM_SECONDS = 60;
const PRESENCE_EVERY = 5;

/** The tables of a round. */
@Injectable()
export class HostedRows {
  constructor(
    readonly tickets: TicketRepository,
    readonly flows: FlowRepository,
  ) {}
}

/**
 * Looks at everything that is rendered elsewhere, whenever its next look is due. Any number of processes may do so: each
 * ticket is claimed by one of them. Nobody waits with a ticket, so thousands may be under way.
 */
@Injectable()
export class RoundService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('hosted');
  private timer: NodeJS.Timeout | undefined;
  private readonly looking = new Set<Promise<void>>();
  private turn = 0;

  constructor(
    private readonly settings: Settings,
    private readonly db: Database,
    private readonly providers: ProviderRegistry,
    private readonly circuits: CircuitService,
    private readonly hosted: HostedRows,
    private readonly looks: LookService,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.settings.roles.includes('worker')) return;
    this.timer = setInterval(() => this.wake(), ROUND_MS);
    this.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await Promise.allSettled(this.looking);
  }

  /** Brings the next round forward. */
  wake(): void {
    if (this.providers.hosted().length === 0) return;
    const round = this.round().catch((error: unknown) => this.log.error(error));
    this.looking.add(round);
    void round.finally(() => this.looking.delete(round));
  }

  /** One round over all that is due. Public so that a test need not wait for the clock. */
  async round(): Promise<void> {
    if (this.turn++ % PRESENCE_EVERY === 0) await this.sayPlaces();
    await this.circuits.probe();
    const keys = this.providers.hosted().map(({ key }) => key);
    const due = await this.hosted.tickets.claimDue(keys, CLAIM_SECONDS);
    await Promise.all(due.map((requestId) => this.lookAt(requestId)));
  }

  private async lookAt(requestId: string): Promise<void> {
    await this.looks.look(requestId).catch((error: unknown) => this.log.error({ requestId, error }));
  }

  /** The places of a vendor are there once, however many processes look after it: one row for all of them. */
  private async sayPlaces(): Promise<void> {
    for (const { key, places } of this.providers.hosted()) {
      const worker = { id: `hosted.${key}`, pool: this.providers.poolOf(key), slots: places };
      await this.db.tx((tx) => this.hosted.flows.seeWorker(tx, worker));
    }
  }
}
