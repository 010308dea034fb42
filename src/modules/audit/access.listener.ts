import { Injectable } from '@nestjs/common';
import { PUBLIC, SYSTEM, type Actor } from '../../kernel/actor';
import type { DomainEvent } from '../../kernel/event';
import type { Tx } from '../../platform/db/database';
import { On } from '../../platform/outbox/listener.registry';
import {
  keyCreated,
  keyStopped,
  personCreated,
  sessionOpened,
  workerKeyCreated,
  workerKeyStopped,
} from '../access';
import type {
  KeyCreated, KeyStopped, PersonCreated, SessionOpened, WorkerKeyCreated, WorkerKeyStopped,
} from '../access'; // prettier-ignore
import { AuditService } from './audit.service';

/** Whoever acted, as far as an event tells. Access stands left of the log and therefore tells it by events. */
function actorOf(id: string): Actor {
  if (id === SYSTEM.id) return SYSTEM;
  return id === PUBLIC.id ? PUBLIC : { id, roles: [], via: 'session', keyId: null };
}

/** Notes the consequential acts of access: accounts, sign-ins, keys. */
@Injectable()
export class AccessAudit {
  constructor(private readonly audit: AuditService) {}

  @On(personCreated)
  async person(tx: Tx, { payload }: DomainEvent<PersonCreated>): Promise<void> {
    await this.audit.record(tx, actorOf(payload.by), 'access.create_person', payload.personId, {
      roles: payload.roles,
    });
  }

  @On(sessionOpened)
  async session(tx: Tx, { payload }: DomainEvent<SessionOpened>): Promise<void> {
    await this.audit.record(tx, actorOf(payload.personId), 'access.sign_in', payload.sessionId);
  }

  @On(keyCreated)
  async key(tx: Tx, { payload }: DomainEvent<KeyCreated>): Promise<void> {
    const { by, keyId, familyId, rotatedFrom, budget } = payload;
    await this.audit.record(tx, actorOf(by), 'access.create_key', keyId, { familyId, rotatedFrom, budget });
  }

  @On(keyStopped)
  async stop(tx: Tx, { payload }: DomainEvent<KeyStopped>): Promise<void> {
    await this.audit.record(tx, actorOf(payload.by), 'access.stop_key', payload.keyId, {
      reason: payload.reason,
    });
  }

  @On(workerKeyCreated)
  async workerKey(tx: Tx, { payload }: DomainEvent<WorkerKeyCreated>): Promise<void> {
    const { by, keyId, name, pool } = payload;
    await this.audit.record(tx, actorOf(by), 'access.create_worker_key', keyId, { name, pool });
  }

  @On(workerKeyStopped)
  async stopWorkerKey(tx: Tx, { payload }: DomainEvent<WorkerKeyStopped>): Promise<void> {
    await this.audit.record(tx, actorOf(payload.by), 'access.stop_worker_key', payload.keyId);
  }
}
