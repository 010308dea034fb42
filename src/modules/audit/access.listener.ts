import { Injectable } from '@nestjs/common';
import { PUBLIC, SYSTEM, type Actor } from '../../kernel/actor';
import type { DomainEvent } from '../../kernel/event';
import type { Tx } from '../../platform/db/database';
import { On } from '../../platform/outbox/listener.registry';
import {
  emailVerified,
  incidentClosed,
  keyCreated,
  keyQuarantined,
  keyStopped,
  keyThrottled,
  linkIssued,
  personCreated,
  personStopped,
  proofRefused,
  roleChangeMoved,
  rolesChanged,
  securityChanged,
  sessionOpened,
  signalModeSet,
  signUpRepeated,
  workerKeyCreated,
  workerKeyStopped,
} from '../access';
import type {
  EmailVerified,
  IncidentClosed,
  KeyCreated,
  KeyQuarantined,
  KeyStopped,
  KeyThrottled,
  LinkIssued,
  PersonCreated,
  PersonStopped,
  ProofRefused,
  RoleChangeMoved,
  RolesChanged,
  SecurityChanged,
  SessionOpened,
  SignalModeSet,
  SignUpRepeated,
  WorkerKeyCreated,
  WorkerKeyStopped,
} from '../access';
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
    const { personId, sessionId, way, isStrong } = payload;
    await this.audit.record(tx, actorOf(personId), 'access.sign_in', sessionId, { way, isStrong });
  }

  @On(proofRefused)
  async refused(tx: Tx, { payload }: DomainEvent<ProofRefused>): Promise<void> {
    const { personId, what, network } = payload;
    await this.audit.record(tx, PUBLIC, 'access.refuse_proof', personId, { what, network });
  }

  @On(linkIssued)
  async link(tx: Tx, { payload }: DomainEvent<LinkIssued>): Promise<void> {
    const { personId, kind, roles, by } = payload;
    await this.audit.record(tx, actorOf(by), `access.send_${kind}`, personId, { roles });
  }

  @On(signUpRepeated)
  async signUp(tx: Tx, { payload }: DomainEvent<SignUpRepeated>): Promise<void> {
    const { personId, network } = payload;
    await this.audit.record(tx, PUBLIC, 'access.repeat_sign_up', personId, { network });
  }

  @On(emailVerified)
  async verified(tx: Tx, { payload }: DomainEvent<EmailVerified>): Promise<void> {
    const { personId, by } = payload;
    await this.audit.record(tx, actorOf(personId), 'access.verify_email', personId, { by });
  }

  @On(securityChanged)
  async security(tx: Tx, { payload }: DomainEvent<SecurityChanged>): Promise<void> {
    const { personId, what, detail, by } = payload;
    await this.audit.record(tx, actorOf(by), 'access.change_security', personId, { what, detail });
  }

  @On(rolesChanged)
  async roles(tx: Tx, { payload }: DomainEvent<RolesChanged>): Promise<void> {
    const { personId, by, ...details } = payload;
    await this.audit.record(tx, actorOf(by), 'access.change_roles', personId, details);
  }

  @On(roleChangeMoved)
  async roleChange(tx: Tx, { payload }: DomainEvent<RoleChangeMoved>): Promise<void> {
    const { verb, by, ...details } = payload;
    await this.audit.record(tx, actorOf(by), `access.${verb}_roles`, payload.changeId, details);
  }

  @On(personStopped)
  async stopped(tx: Tx, { payload }: DomainEvent<PersonStopped>): Promise<void> {
    const { personId, isActive, reason, by } = payload;
    const act = isActive ? 'access.reopen_account' : 'access.close_account';
    await this.audit.record(tx, actorOf(by), act, personId, { reason });
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

  @On(keyThrottled)
  async throttle(tx: Tx, { payload }: DomainEvent<KeyThrottled>): Promise<void> {
    await this.audit.record(tx, SYSTEM, 'access.throttle_key', payload.keyId, { reason: payload.reason });
  }

  @On(keyQuarantined)
  async quarantine(tx: Tx, { payload }: DomainEvent<KeyQuarantined>): Promise<void> {
    const { by, keyId, incidentId, cause, reason, since } = payload;
    const details = { incidentId, cause, reason, since };
    await this.audit.record(tx, actorOf(by), 'access.quarantine_key', keyId, details);
  }

  @On(incidentClosed)
  async closeIncident(tx: Tx, { payload }: DomainEvent<IncidentClosed>): Promise<void> {
    const { by, incidentId, keyId, verdict, reason } = payload;
    await this.audit.record(tx, actorOf(by), 'access.close_incident', incidentId, { keyId, verdict, reason });
  }

  @On(signalModeSet)
  async setSignal(tx: Tx, { payload }: DomainEvent<SignalModeSet>): Promise<void> {
    const { by, signal, mode, reason } = payload;
    await this.audit.record(tx, actorOf(by), 'access.set_signal_mode', signal, { mode, reason });
  }

  @On(workerKeyCreated)
  async workerKey(tx: Tx, { payload }: DomainEvent<WorkerKeyCreated>): Promise<void> {
    const { by, keyId, name, pool } = payload;
    await this.audit.record(tx, actorOf(by), 'access.create_worker_key', keyId, { name, pool });
  }

  @On(workerKeyStopped)
  async stopWorkerKey(tx: Tx, { payload }: DomainEvent<WorkerKeyStopped>): Promise<void> {
    await this.audit.record(tx, actorOf(payload.by), 'access.stop_worker_key', payload.keyId, {
      reason: payload.reason,
    });
  }
}
