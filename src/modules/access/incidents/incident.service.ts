import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { decodeCursor, toPage } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import { Database, type Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { accessRefusals, incidentClosed } from '../contract';
import { incidentWorkflow, type IncidentVerb } from '../domain/incident.workflow';
import { PersonRepository } from '../people/person.repository';
import { ContainmentService } from './containment.service';
import { type IncidentDetailView, type IncidentPage, type IncidentQuery } from './incident.dto';
import { detailOf, viewsOf } from './incident.mapping';
import { IncidentKeys } from './incident-keys.service';
import { IncidentRepository } from './incident.repository';

/** What managers see of incidents and decide about them. */
@Injectable()
export class IncidentService {
  constructor(
    private readonly db: Database,
    private readonly incidents: IncidentRepository,
    private readonly keys: IncidentKeys,
    private readonly people: PersonRepository,
    private readonly containment: ContainmentService,
    private readonly outbox: Outbox,
  ) {}

  /** Newest first. */
  async list(me: Actor, { cursor, limit, state, cause }: IncidentQuery): Promise<IncidentPage> {
    const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    const rows = await this.incidents.list({ state, cause }, before, limit + 1);
    const people = await this.people.listByIds(rows.flatMap(({ personId }) => personId ?? []));
    const keys = await this.keys.names(rows);
    const page = toPage(rows, limit, (row) => [row.id], (row) => viewsOf(row, me, people, keys)); // prettier-ignore
    return { items: [...page.items], next: page.next };
  }

  /** With timeline, evidence and blast radius. Refuses `not_found`. */
  async get(me: Actor, id: string): Promise<IncidentDetailView> {
    const row = await this.incidents.find(id);
    if (row === null) throw refusal(accessRefusals, 'not_found');
    const [notes, people, keys, refused] = await Promise.all([
      this.incidents.notes(id),
      this.people.listByIds(row.personId === null ? [] : [row.personId]),
      this.keys.names([row]),
      row.keyId === null ? 0 : this.incidents.refusedSince(row.keyId, row.openedAt),
    ]);
    const actors = await this.people.listByIds([...new Set(notes.map(({ actorId }) => actorId))]);
    return detailOf(viewsOf(row, me, people, keys), row, notes, actors, refused);
  }

  /** Puts somebody's key in quarantine by hand; the incident. Refuses `not_found`, `wrong_state`, `second_person_needed`. */
  async quarantine(me: Actor, keyId: string, reason: string): Promise<IncidentDetailView> {
    const id = await this.db.tx((tx) =>
      this.containment.stop(tx, me, { keyId, cause: 'manager', since: new Date(), evidence: {}, reason }),
    );
    if (id === null) throw refusal(accessRefusals, 'wrong_state');
    return this.get(me, id);
  }

  /** Ends the quarantine. Either way the key is over: it is never revived. Refuses `own_incident`, `wrong_state`. */
  async close(me: Actor, id: string, verb: IncidentVerb, reason: string): Promise<IncidentDetailView> {
    await this.db.tx(async (tx) => {
      const row = await this.incidents.lock(tx, id);
      if (row === null) throw refusal(accessRefusals, 'not_found');
      const decision = decide(incidentWorkflow, row.state, verb, me, { isOwn: row.personId === me.id });
      if (decision.kind === 'refused')
        throw refusedMove(accessRefusals, decision.code, incidentWorkflow, row.state, verb);
      if (decision.kind === 'already') return;
      const verdict = decision.to as 'confirmed' | 'dismissed';
      await this.incidents.close(tx, { id, verb, from: row.state, to: verdict, actor: me, note: { reason } }, reason); // prettier-ignore
      await this.incidents.note(tx, id, { kind: verdict, actorId: me.id, details: { reason } });
      if (row.keyId !== null) await this.keys.release(tx, me, row.keyId, reason);
      const { keyId, personId } = row;
      await this.outbox.add(tx, incidentClosed, {
        incidentId: id,
        keyId,
        personId,
        verdict,
        reason,
        by: me.id,
      });
    });
    return this.get(me, id);
  }

  /** What another module did because of an incident, for its timeline. */
  async note(
    tx: Tx,
    incidentId: string,
    kind: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.incidents.note(tx, incidentId, { kind, actorId: SYSTEM.id, details });
  }

  /** Keys found in wrong hands so far, false alarms left out; each is one artist's. */
  async count(): Promise<number> {
    return this.incidents.count();
  }
}
