import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { SHOW_PROGRESS } from '../pool/lease.sql';
import { TicketEntity } from './ticket.entity';
import {
  CLAIM_DUE,
  COUNT_TICKETS,
  IS_HELD,
  LASTING_LEASE,
  LIST_TAKEN,
  OPEN_TICKET,
  WAKE,
} from './ticket.sql';

export interface NewTicket {
  readonly requestId: string;
  readonly generationId: string;
  readonly fence: bigint;
  readonly provider: string;
}

export interface TicketCount {
  readonly provider: string;
  readonly open: number;
  readonly doubtful: number;
}

/** Requests that are elsewhere. */
@Injectable()
export class TicketRepository {
  constructor(private readonly db: Database) {}

  /** `patience`: seconds after which a ticket that is still `sending` counts as one whose answer was lost. */
  async open(
    tx: Tx,
    { requestId, generationId, fence, provider }: NewTicket,
    patience: number,
  ): Promise<void> {
    await tx.run(OPEN_TICKET, [requestId, generationId, fence, provider, patience]);
    await tx.run(LASTING_LEASE, [generationId, fence]);
  }

  async find(requestId: string): Promise<TicketEntity | null> {
    return this.db.manager.findOneBy(TicketEntity, { requestId });
  }

  async claimDue(providers: readonly string[], seconds: number): Promise<string[]> {
    const rows = await this.db.tx((tx) => tx.query<{ requestId: string }>(CLAIM_DUE, [providers, seconds]));
    return rows.map(({ requestId }) => requestId);
  }

  async submitted(requestId: string, ticket: string, seconds: number): Promise<void> {
    await this.change(requestId, `state = 'submitted', ticket = $3, looks = 0`, seconds, [ticket]);
  }

  async doubt(requestId: string, seconds: number): Promise<void> {
    await this.change(requestId, `state = 'doubtful'`, seconds);
  }

  /** The next look in `seconds`; `isClear`: the last one told something. */
  async lookAgain(requestId: string, seconds: number, isClear: boolean): Promise<void> {
    await this.change(requestId, isClear ? 'looks = 0' : 'looks = looks + 1', seconds);
  }

  /** Somebody is at it: nobody else looks for `seconds`. */
  async busy(requestId: string, seconds: number): Promise<void> {
    await this.change(requestId, 'looks = looks', seconds);
  }

  async end(requestId: string): Promise<void> {
    await this.change(requestId, `state = 'ended'`, 0);
  }

  async isHeld({ generationId, fence }: Pick<TicketEntity, 'generationId' | 'fence'>): Promise<boolean> {
    const [row] = await this.db.read<{ held: boolean }>(IS_HELD, [generationId, fence]);
    return row?.held === true;
  }

  async showProgress({ generationId, fence }: TicketEntity, progress: number): Promise<void> {
    const thousandths = Math.floor(Math.min(1, Math.max(0, progress)) * 980);
    await this.db.tx((tx) => tx.run(SHOW_PROGRESS, [generationId, fence, thousandths]));
  }

  async listTaken(provider: string, requestId: string): Promise<string[]> {
    return (await this.db.read<{ ticket: string }>(LIST_TAKEN, [provider, requestId])).map(
      ({ ticket }) => ticket,
    );
  }

  /** Whether there is such a ticket to be looked at. */
  async wake(provider: string, ticket: string): Promise<boolean> {
    return this.db.tx(async (tx) => (await tx.run(WAKE, [provider, ticket])) > 0);
  }

  async count(): Promise<TicketCount[]> {
    return this.db.read<TicketCount & Record<string, unknown>>(COUNT_TICKETS);
  }

  private async change(requestId: string, set: string, seconds: number, more: unknown[] = []): Promise<void> {
    const sql = `UPDATE generation_tickets SET ${set}, next_look_at = now() + make_interval(secs => $2), updated_at = now()
      WHERE request_id = $1 AND state <> 'ended'`;
    await this.db.tx((tx) => tx.run(sql, [requestId, seconds, ...more]));
  }
}
