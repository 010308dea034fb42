import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { accessRefusals, keyQuarantined, staffAlerted, type IncidentCause } from '../contract';
import { KeyMoveService } from '../keys/key-move.service';
import { KeyRepository } from '../keys/key.repository';
import { WatchRepository } from '../watch/watch.repository';
import { IncidentRepository } from './incident.repository';

/** Sources of a key that an incident keeps. */
const MOST_SOURCES = 100;
/** Keys that one manager may stop by hand within an hour. */
const MOST_BY_HAND = 10;

export interface Stop {
  readonly keyId: string;
  readonly cause: IncidentCause;
  /** What the key did from here on is suspect. */
  readonly since: Date;
  readonly evidence: Readonly<Record<string, unknown>>;
  /** In words, for its owner. */
  readonly reason: string;
}

/**
 * Stops one key and nothing else: its owner's session, other keys, pay and reviews are not touched by a single row. What
 * it has under way is ended by whoever listens to `access.key_quarantined`.
 */
@Injectable()
export class ContainmentService {
  constructor(
    private readonly keys: KeyRepository,
    private readonly moves: KeyMoveService,
    private readonly incidents: IncidentRepository,
    private readonly watch: WatchRepository,
    private readonly outbox: Outbox,
  ) {}

  /**
   * The incident: a new one, or the open one of a key that lies in quarantine, with another line. `null`: the key is
   * over already and nothing happens. Refuses `not_found` and, for a manager, `second_person_needed`.
   */
  async stop(tx: Tx, by: Actor, it: Stop): Promise<string | null> {
    const key = await this.keys.lock(tx, it.keyId);
    if (key === null) throw refusal(accessRefusals, 'not_found');
    if (key.state === 'revoked') return null;
    const known = await this.incidents.findOpen(key.id, tx);
    const { cause, evidence, since, reason } = it;
    if (known !== null) {
      if (cause !== 'signals') await this.note(tx, known.id, 'reported', by, { cause, reason, ...evidence });
      return known.id;
    }
    if (cause === 'manager' && (await this.incidents.countByHand(tx, by.id)) >= MOST_BY_HAND)
      throw refusal(accessRefusals, 'second_person_needed');
    await this.moves.step(tx, by, key, cause === 'owner' ? 'leak' : 'quarantine', { cause, reason });
    const id = newId('inc');
    const { id: keyId, personId, name } = key;
    const sources = await this.watch.sources(keyId, since, MOST_SOURCES, tx);
    const kept = { reason, ...evidence, sources };
    await this.incidents.insert(tx, { id, keyId, trapId: null, personId, cause, since, evidence: kept, affected: 1, openedBy: by.id }); // prettier-ignore
    await this.note(tx, id, 'opened', by, { cause, reason });
    await this.outbox.add(tx, keyQuarantined, { incidentId: id, keyId, personId, name, cause, reason, since: since.toISOString(), by: by.id }); // prettier-ignore
    if (cause !== 'owner') await this.alert(tx, id, cause, reason, by.id);
    return id;
  }

  /** A trap was sprung: nobody's key, and somebody read what was not for them. Opens an incident each time. */
  async trapped(
    tx: Tx,
    by: Actor,
    trapId: string,
    evidence: Readonly<Record<string, unknown>>,
  ): Promise<string> {
    const id = newId('inc');
    const reason = `Somebody used the bait at “${String(evidence.place)}”`;
    await this.incidents.insert(tx, { id, keyId: null, trapId, personId: null, cause: 'trap', since: new Date(), evidence: { reason, ...evidence }, affected: 0, openedBy: by.id }); // prettier-ignore
    await this.note(tx, id, 'opened', by, { cause: 'trap', reason });
    await this.alert(tx, id, 'trap', reason, by.id);
    return id;
  }

  private async alert(
    tx: Tx,
    incidentId: string,
    cause: IncidentCause,
    reason: string,
    by: string,
  ): Promise<void> {
    for (const personId of await this.incidents.listAlerted(tx))
      if (personId !== by) await this.outbox.add(tx, staffAlerted, { personId, incidentId, cause, reason });
  }

  private async note(
    tx: Tx,
    incidentId: string,
    kind: string,
    by: Actor,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.incidents.note(tx, incidentId, { kind, actorId: by.id, details });
  }
}
