import type { IncomingHttpHeaders } from 'node:http';
import { Injectable, Logger } from '@nestjs/common';
import { isHosted } from '../domain/provider';
import { ProviderRegistry } from '../providers/registry.provider';
import { RoundService } from './round.service';
import { TicketRepository } from './ticket.repository';

/** Webhooks of vendors: verified, and then no more than a reason to look at once. */
@Injectable()
export class HookService {
  private readonly log = new Logger('hosted');

  constructor(
    private readonly providers: ProviderRegistry,
    private readonly tickets: TicketRepository,
    private readonly rounds: RoundService,
  ) {}

  /** Without effect for an unknown vendor, a signature that does not fit, or a ticket that nobody knows. */
  async tell(key: string, given: IncomingHttpHeaders, body: string): Promise<void> {
    const provider = this.providers.find(key);
    if (provider === null || !isHosted(provider) || provider.ticketOfWebhook === undefined) return;
    const headers = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        name,
        Array.isArray(value) ? (value[0] ?? '') : (value ?? ''),
      ]),
    );
    const ticket = await provider.ticketOfWebhook({ headers, body });
    if (ticket === null) return this.log.warn({ provider: key }, 'a webhook without a valid signature');
    if (await this.tickets.wake(key, ticket)) this.rounds.wake();
  }
}
