import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import { Database, type Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { grantsRefusals } from '../contract';
import { eventWorkflow, type EventVerb } from '../domain/event.workflow';
import { EventStepsService } from './event-steps.service';
import { eventFacts } from './event.mapping';
import { EventRepository } from './event.repository';
import { SeatingService } from './seating.service';

/** Takes an event from step to step. What each step brings about stands in `EventStepsService`. */
@Injectable()
export class EventLifeService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly db: Database,
    private readonly events: EventRepository,
    private readonly seating: SeatingService,
    private readonly steps: EventStepsService,
    private readonly audit: AuditService,
  ) {}

  /** Refuses `event_incomplete`, `ledger.insufficient` (402), `attendance_missing`, `expenses_unanswered`. */
  async act(once: Once, me: Actor, id: string, verb: EventVerb): Promise<void> {
    await this.idempotency.run(once, async (tx) => {
      await this.take(tx, me, id, verb);
      return {};
    });
  }

  /** Closes registrations whose time is over; returns how many. */
  async closeDue(): Promise<number> {
    const due = await this.events.closing(50);
    for (const id of due) await this.db.tx((tx) => this.take(tx, SYSTEM, id, 'close'));
    return due.length;
  }

  private async take(tx: Tx, actor: Actor, id: string, verb: EventVerb): Promise<void> {
    const row = await this.events.lock(tx, id);
    const facts = eventFacts(row, ...(await this.seating.standing(tx, id)));
    const decision = decide(eventWorkflow, row.state, verb, actor, facts);
    if (decision.kind === 'already') return;
    if (decision.kind === 'refused')
      throw decision.code === 'event_incomplete'
        ? refusal(grantsRefusals, 'event_incomplete', { missing: facts.missing })
        : refusedMove(grantsRefusals, decision.code, eventWorkflow, row.state, verb);
    await this.steps.take(tx, actor, row, verb);
    await this.events.move(tx, { id, verb, from: row.state, to: decision.to, actor });
    await this.audit.record(tx, actor, `event.${verb}`, id, { from: row.state, to: decision.to });
  }
}
