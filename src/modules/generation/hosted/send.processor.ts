import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { Database } from '../../../platform/db/database';
import { Handles } from '../../../platform/queue/job.registry';
import { deadlineSeconds } from '../domain/clocks';
import { isHosted, type HostedProvider } from '../domain/provider';
import type { GenerationEntity } from '../generation.entity';
import { SEND, type RenderJob } from '../generation.jobs';
import { MoveService } from '../move.service';
import { LeaseRepository } from '../pool/lease.repository';
import { ProviderRegistry } from '../providers/registry.provider';
import { SendingService } from './sending.service';
import { TicketRepository, type NewTicket } from './ticket.repository';
import { PredictionService } from '../waiting/prediction.service';

/** A submit that nobody has concluded by then was cut off by a crash: its fate is found out before anything else. */
export const SENDING_SECONDS = 90;

/** The tables a submit is written to. */
@Injectable()
export class SendRepositories {
  constructor(
    readonly leases: LeaseRepository,
    readonly tickets: TicketRepository,
  ) {}
}

/** Takes the right to one clip for its provider, writes down that it is about to leave, and hands it over. */
@Injectable()
export class SendProcessor {
  constructor(
    private readonly db: Database,
    private readonly repositories: SendRepositories,
    private readonly moves: MoveService,
    private readonly predictions: PredictionService,
    private readonly providers: ProviderRegistry,
    private readonly sending: SendingService,
  ) {}

  @Handles(SEND)
  async send(job: RenderJob): Promise<void> {
    const taken = await this.take(job);
    if (taken !== null) await this.sending.submit(taken.provider, taken.row, taken.ticket);
  }

  /** `null` when there is nothing to do: canceled, released anew, or sent already. */
  private async take({ generationId, attempt }: RenderJob): Promise<Taken | null> {
    return this.db.tx(async (tx) => {
      const row = await this.moves.lock(tx, generationId);
      if (row.state !== 'starting' || row.attempt !== attempt) return null;
      const provider = this.providers.get(row.provider);
      if (!isHosted(provider)) throw new Error(`${provider.key} does not render elsewhere`);
      const { leases, tickets } = this.repositories;
      const holder = { worker: `hosted.${provider.key}`, claimId: null };
      const right = await leases.take(tx, generationId, holder, deadlineSeconds(row.costSeconds));
      if (right === null) return null;
      const { fence } = right;
      const ticket = { requestId: `${generationId}.${attempt}`, generationId, fence, provider: provider.key };
      await tickets.open(tx, ticket, SENDING_SECONDS);
      await this.moves.act(tx, row, 'process', SYSTEM, { startedAt: () => 'now()', progress: 0 });
      await this.predictions.onStart(tx, generationId);
      return { provider, row, ticket };
    });
  }
}

interface Taken {
  readonly provider: HostedProvider;
  readonly row: GenerationEntity;
  readonly ticket: NewTicket;
}
