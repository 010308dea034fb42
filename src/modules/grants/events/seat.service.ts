import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { CompensationService } from '../../compensation';
import { account } from '../../ledger';
import { isStaff } from '../awards/award-view.service';
import { grantsRefusals } from '../contract';
import { seatWorkflow, type SeatVerb } from '../domain/seat.workflow';
import { AdmissionService } from './admission.service';
import type { EventEntity } from './event.entity';
import { SeatRepository, type SeatRow } from './seat.repository';
import { SeatingService } from './seating.service';

/** Asking for a seat, giving it up, and who came. Coming is paid where a stipend was announced. */
@Injectable()
export class SeatService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly seats: SeatRepository,
    private readonly seating: SeatingService,
    private readonly admission: AdmissionService,
    private readonly compensation: CompensationService,
    private readonly audit: AuditService,
  ) {}

  /** Refuses `event_not_open`, `registered_already`, `yearly_cap`, and whoever is not active in the programme. */
  async register(once: Once, me: Actor, eventId: string, needs: string): Promise<string> {
    await this.admission.check(me, eventId);
    const { id } = await this.idempotency.run(once, async (tx) => {
      const event = await this.admission.lock(tx, eventId);
      if (event.state === 'draft') throw refusal(grantsRefusals, 'not_found');
      const isDraw = event.admission === 'draw';
      const isOver = event.closesAt.getTime() <= Date.now();
      if (event.state !== 'open' || isOver)
        throw refusal(grantsRefusals, 'event_not_open', { state: event.state });
      const had = await this.seats.withinYear(tx, me.id, event.programId);
      if (event.yearlyCap !== null && had >= event.yearlyCap) throw refusal(grantsRefusals, 'yearly_cap');
      const row = await this.seats.register(tx, { id: newId('sea'), eventId, personId: me.id, needs });
      if (row === null) throw refusal(grantsRefusals, 'registered_already');
      await this.audit.record(tx, me, 'event.register', row.id, { eventId });
      if (!isDraw) await this.seating.seatOne(tx, event, row);
      return { id: row.id };
    });
    return id;
  }

  /** Gives up (the artist), or marks who came (staff, and nobody for themselves). */
  async act(once: Once, me: Actor, id: string, verb: SeatVerb): Promise<void> {
    const seen = await this.seats.find(id);
    if (seen === null || !(seen.personId === me.id || isStaff(me)))
      throw refusal(grantsRefusals, 'not_found');
    await this.idempotency.run(once, async (tx) => {
      const event = await this.admission.lock(tx, seen.eventId);
      const row = (await this.seats.ofEvent(tx, event.id)).find((one) => one.id === id) ?? seen;
      const decision = decide(seatWorkflow, row.state, verb, me, {
        isOwn: row.personId === me.id,
        event: event.state,
        hasBegun: event.startsAt.getTime() <= Date.now(),
      });
      if (decision.kind === 'already') return {};
      if (decision.kind === 'refused')
        throw refusedMove(grantsRefusals, decision.code, seatWorkflow, row.state, verb);
      const more = verb === 'giveUp' ? { place: null } : { markedBy: me.id };
      await this.seats.move(tx, { id, verb, from: row.state, to: decision.to, actor: me }, more);
      await this.audit.record(tx, me, `seat.${verb}`, id, { eventId: event.id });
      await this.seating.tell(tx, event, row, verb, decision.to);
      if (verb === 'giveUp' && row.state === 'seated') await this.seating.moveUp(tx, event);
      if (verb === 'attend' && event.stipend > 0n) await this.pay(tx, event, row);
      return {};
    });
  }

  private async pay(tx: Tx, event: EventEntity, row: SeatRow): Promise<void> {
    await this.compensation.earn(tx, {
      programId: event.programId,
      personId: row.personId,
      category: 'service',
      causeType: 'attendance',
      causeId: row.id,
      amount: event.stipend,
      currency: event.currency,
      source: account.award(event.id, event.currency),
      rate: null,
      evidence: { eventId: event.id, seatId: row.id },
    });
  }
}
