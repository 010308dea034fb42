import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { CallRepository } from '../calls/call.repository';
import { grantsRefusals, type CallState } from '../contract';
import type { DeclarationBody, PanelSeatView } from './declaration.dto';
import { DeclarationRepository, type PanelSeat } from './declaration.repository';

/** Reviews are handed out when a call closes: what is declared before counts, later one recuses oneself. */
const isBefore = (state: CallState): boolean => state === 'draft' || state === 'open';

const viewOf = ({ callId, title, state, closesAt, declarations }: PanelSeat): PanelSeatView => ({
  callId,
  title,
  state,
  closesAt: closesAt.toISOString(),
  declarations: declarations.map(({ id, who, note }) => ({ id, who, note })),
  mayDeclare: isBefore(state),
});

/** Whom a panelist cannot judge, said before anything is handed out. Nobody is told whether such a person applied. */
@Injectable()
export class DeclarationService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly calls: CallRepository,
    private readonly declarations: DeclarationRepository,
    private readonly audit: AuditService,
  ) {}

  async mine(me: Actor): Promise<PanelSeatView[]> {
    return (await this.declarations.seats(me.id)).map(viewOf);
  }

  /** Refuses `not_found` for whoever is not on the panel, `reviews_given` once the call is closed. */
  async declare(
    once: Once,
    me: Actor,
    callId: string,
    { who, note }: DeclarationBody,
  ): Promise<PanelSeatView> {
    return this.change(once, me, callId, async (tx) => {
      const id = newId('dcl');
      await this.declarations.put(tx, callId, me.id, { id, who: who.trim(), note });
      // Whom one cannot judge is nobody else's business: the log says that, not whom.
      await this.audit.record(tx, me, 'call.declare_conflict', callId, { declaration: id });
    });
  }

  /** Takes one back; refuses as `declare`, and `not_found` for one of somebody else. */
  async withdraw(once: Once, me: Actor, callId: string, id: string): Promise<PanelSeatView> {
    return this.change(once, me, callId, async (tx) => {
      if (!(await this.declarations.remove(tx, callId, me.id, id)))
        throw refusal(grantsRefusals, 'not_found');
      await this.audit.record(tx, me, 'call.undeclare_conflict', callId, { declaration: id });
    });
  }

  private async change(
    once: Once,
    me: Actor,
    callId: string,
    change: (tx: Tx) => Promise<void>,
  ): Promise<PanelSeatView> {
    return this.idempotency.run(once, async (tx) => {
      const { state } = await this.calls.lock(tx, callId);
      if ((await this.declarations.seat(tx, me.id, callId)) === undefined)
        throw refusal(grantsRefusals, 'not_found');
      if (!isBefore(state)) throw refusal(grantsRefusals, 'reviews_given', { state });
      await change(tx);
      return viewOf((await this.declarations.seat(tx, me.id, callId)) as PanelSeat);
    });
  }
}
