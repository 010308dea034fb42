import { Injectable, Logger } from '@nestjs/common';
import { isHosted, type Failure, type HostedProvider } from '../domain/provider';
import type { GenerationEntity } from '../generation.entity';
import { GenerationRepository } from '../generation.repository';
import { ProviderRegistry } from '../providers/registry.provider';
import { CircuitService } from '../routing/circuit.service';
import { ArrivalService } from './arrival.service';
import { SendingService } from './sending.service';
import type { TicketEntity } from './ticket.entity';
import { TicketRepository } from './ticket.repository';

const LONGEST_PAUSE_SECONDS = 60;

/** One look at one request that is elsewhere. What the vendor answers is the truth; webhooks only bring the look forward. */
@Injectable()
export class LookService {
  private readonly log = new Logger('hosted');

  constructor(
    private readonly tickets: TicketRepository,
    private readonly generations: GenerationRepository,
    private readonly providers: ProviderRegistry,
    private readonly circuits: CircuitService,
    private readonly sending: SendingService,
    private readonly arrivals: ArrivalService,
  ) {}

  async look(requestId: string): Promise<void> {
    const sent = await this.tickets.find(requestId);
    if (sent === null || sent.state === 'ended') return;
    const provider = this.providers.find(sent.provider);
    const row = await this.generations.find(sent.generationId);
    if (provider === null || !isHosted(provider) || row === null) return;
    if (!(await this.tickets.isHeld(sent))) return this.abandon(provider, sent);
    if (sent.state === 'submitted' && sent.ticket !== null)
      return this.check(provider, row, sent, sent.ticket);
    if (sent.state === 'sending') await this.tickets.doubt(requestId, 0);
    await this.sending.reconcile(provider, row, sent);
  }

  /** The right has ended: canceled, past its deadline, or taken over. The vendor is told to stop. */
  private async abandon(provider: HostedProvider, sent: TicketEntity): Promise<void> {
    if (sent.ticket !== null) {
      await provider.cancel(sent.ticket);
      await provider.discard(sent.ticket);
    }
    await this.tickets.end(sent.requestId);
  }

  private async check(
    provider: HostedProvider,
    row: GenerationEntity,
    sent: TicketEntity,
    ticket: string,
  ): Promise<void> {
    const check = await provider.check(ticket);
    switch (check.state) {
      case 'running':
        await this.tickets.showProgress(sent, check.progress);
        await this.tickets.lookAgain(sent.requestId, provider.checkSeconds, true);
        return;
      case 'ready':
        return this.arrive(provider, row, sent, ticket);
      case 'failed':
        await this.sending.fail(sent, check);
        await provider.discard(ticket);
        return;
      case 'unclear':
        return this.lookLater(provider, sent, check.failure);
      case 'unknown':
        await this.sending.fail(sent, FORGOTTEN);
        return;
      case 'done':
        throw new Error(`${provider.key} renders elsewhere, yet names local files`);
    }
  }

  private async arrive(
    provider: HostedProvider,
    row: GenerationEntity,
    sent: TicketEntity,
    ticket: string,
  ): Promise<void> {
    const arrival = await this.arrivals.receive(provider, row, sent, ticket);
    if (arrival.state === 'unclear') return this.lookLater(provider, sent, arrival.failure);
    if (arrival.state === 'failed') await this.sending.fail(sent, arrival);
    else if (arrival.state === 'unfit') {
      await this.circuits.failed(provider.key, 'BAD_OUTPUT', arrival.reason);
      await this.tickets.end(sent.requestId);
    } else {
      await this.circuits.answered(provider.key, true);
      await this.tickets.end(sent.requestId);
    }
    await provider.discard(ticket);
  }

  private async lookLater(provider: HostedProvider, sent: TicketEntity, failure: Failure): Promise<void> {
    const { code, message, retryAfter = null } = failure;
    this.log.warn({ provider: provider.key, code, message }, 'a look told nothing');
    await this.circuits.failed(provider.key, code, message, retryAfter);
    const pause = retryAfter ?? provider.checkSeconds * 2 ** Math.min(sent.looks, 5);
    await this.tickets.lookAgain(sent.requestId, Math.min(LONGEST_PAUSE_SECONDS, pause), false);
  }
}

const FORGOTTEN = {
  state: 'failed',
  code: 'UNKNOWN_TICKET',
  message: 'The renderer has forgotten this clip.',
} as const;
