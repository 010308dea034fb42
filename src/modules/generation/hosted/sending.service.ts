import { Injectable, Logger } from '@nestjs/common';
import type { FaultCode } from '../domain/faults';
import type { Failure, HostedProvider } from '../domain/provider';
import type { GenerationEntity } from '../generation.entity';
import { OutcomeService } from '../pool/outcome.service';
import { CircuitService } from '../routing/circuit.service';
import { BriefService } from '../styles/brief.service';
import type { TicketEntity } from './ticket.entity';
import { TicketRepository, type NewTicket } from './ticket.repository';

const DOUBT_SECONDS = 2;
/** Looks for a lost submit before it is given up: 2, 4, 8, 16, 30, 30 seconds apart. */
export const RECONCILE_LOOKS = 6;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Between us and a provider that renders elsewhere: what is handed over once, and what comes of a lost answer. */
@Injectable()
export class SendingService {
  private readonly log = new Logger('hosted');

  constructor(
    private readonly tickets: TicketRepository,
    private readonly outcomes: OutcomeService,
    private readonly circuits: CircuitService,
    private readonly briefs: BriefService,
  ) {}

  async submit(provider: HostedProvider, row: GenerationEntity, sent: NewTicket): Promise<void> {
    const request = await this.briefs.requestOf(row, provider.key);
    const submission = await provider.submit(request).catch((error: unknown) => {
      // A provider that throws breaks its contract; whether the request left is then unknown.
      this.log.error({ generation: row.id, error });
      return { state: 'unknown', message: messageOf(error) } as const;
    });
    switch (submission.state) {
      case 'accepted':
        await this.tickets.submitted(sent.requestId, submission.ticket, provider.checkSeconds);
        await this.circuits.answered(provider.key, false);
        return;
      case 'failed':
        await this.fail(sent, submission);
        return;
      case 'unknown':
        this.log.warn({ generation: row.id, message: submission.message }, 'the answer to a submit was lost');
        await this.circuits.failed(provider.key, 'TRANSIENT', submission.message);
        await this.tickets.doubt(sent.requestId, DOUBT_SECONDS);
    }
  }

  /** Finds out what became of a submit whose answer was lost. Never submits again unless the vendor surely has nothing. */
  async reconcile(provider: HostedProvider, row: GenerationEntity, lost: TicketEntity): Promise<void> {
    const { requestId, sentAt } = lost;
    const request = { ...(await this.briefs.requestOf(row, provider.key)), requestId };
    const taken = await this.tickets.listTaken(provider.key, requestId);
    const found = await provider.reconcile({ request, sentAt, taken });
    if (found.state === 'found') {
      this.log.log({ generation: row.id, ticket: found.ticket }, 'a lost submit was found again');
      await this.tickets.submitted(requestId, found.ticket, 0);
    } else if (found.state === 'absent') {
      await this.fail(lost, {
        state: 'failed',
        code: 'TRANSIENT',
        message: 'The renderer never got the request.',
      });
    } else if (lost.looks + 1 >= RECONCILE_LOOKS) {
      await this.fail(lost, { state: 'failed', code: 'LOST_SUBMIT', message: found.message });
    } else {
      await this.tickets.lookAgain(requestId, Math.min(30, DOUBT_SECONDS * 2 ** lost.looks), false);
    }
  }

  /** The attempt has failed: the clip by the table of faults, the provider by its circuit. */
  async fail(sent: NewTicket, failure: Omit<Failure, 'code'> & { code: FaultCode }): Promise<void> {
    const { code, message, retryAfter = null } = failure;
    await this.circuits.failed(sent.provider, code, message, retryAfter);
    await this.outcomes.fault(sent, code, message, retryAfter);
    await this.tickets.end(sent.requestId);
  }
}
