import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import type { Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { keyQuarantined, staffAlerted, type IncidentCause } from '../contract';
import { KeyRepository } from '../keys/key.repository';
import { ContainmentService, type Stop } from './containment.service';
import { IncidentRepository } from './incident.repository';

export interface Exposed {
  readonly keyId: string;
  /** In words, for its owner. */
  readonly reason: string;
  readonly place: string;
}

/** Many keys stopped at once, because a report named them: the same as ContainmentService for one, in a few statements. */
@Injectable()
export class MassStopService {
  constructor(
    private readonly keys: KeyRepository,
    private readonly incidents: IncidentRepository,
    private readonly containment: ContainmentService,
    private readonly outbox: Outbox,
  ) {}

  /** Ids of the incidents. Keys that are stopped already are left out; staff are alerted once for all. */
  async stop(tx: Tx, by: Actor, cause: IncidentCause, exposed: readonly Exposed[]): Promise<string[]> {
    const reasons = new Map(exposed.map((it) => [it.keyId, it]));
    const moved = await this.keys.quarantineAll(tx, [...reasons.keys()], by, { cause });
    const since = new Date();
    const made = moved.map(({ id: keyId, personId, name }) => {
      const { reason = '', place = '' } = reasons.get(keyId) ?? {};
      return { id: newId('inc'), keyId, personId, name, reason, evidence: { reason, place, sources: [] } };
    });
    const [first] = made;
    if (first === undefined) return [];
    await this.incidents.insertAll(tx, made, cause, since, by.id);
    for (const { id: incidentId, keyId, personId, name, reason } of made)
      await this.outbox.add(tx, keyQuarantined, { incidentId, keyId, personId, name, cause, reason, since: since.toISOString(), by: by.id }); // prettier-ignore
    const reason =
      made.length === 1 ? first.reason : `${made.length} keys were reported and stopped: ${first.reason}`;
    for (const personId of await this.incidents.listAlerted(tx))
      await this.outbox.add(tx, staffAlerted, { personId, incidentId: first.id, cause, reason });
    return made.map(({ id }) => id);
  }

  /** A key that is stopped was found once more: a line in its timeline. */
  async again(tx: Tx, by: Actor, it: Stop): Promise<void> {
    await this.containment.stop(tx, by, it);
  }
}
