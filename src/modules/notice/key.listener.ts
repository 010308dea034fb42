import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../kernel/event';
import type { Tx } from '../../platform/db/database';
import { On } from '../../platform/outbox/listener.registry';
import {
  incidentClosed,
  keyExpiring,
  keyNetworkSeen,
  keyQuarantined,
  keyThrottled,
  staffAlerted,
  workerKeyExposed,
  type IncidentClosed,
  type KeyExpiring,
  type KeyNetworkSeen,
  type KeyQuarantined,
  type KeyThrottled,
  type StaffAlerted,
  type WorkerKeyExposed,
} from '../access/contract';
import { NoticeService } from './notice.service';

/** Keys that may be in wrong hands, to their owners and to those who have to look. */
@Injectable()
export class KeyListener {
  constructor(private readonly notices: NoticeService) {}

  @On(keyQuarantined)
  async onKeyQuarantined(tx: Tx, event: DomainEvent<KeyQuarantined>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(keyThrottled)
  async onKeyThrottled(tx: Tx, event: DomainEvent<KeyThrottled>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(keyExpiring)
  async onKeyExpiring(tx: Tx, event: DomainEvent<KeyExpiring>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(keyNetworkSeen)
  async onKeyNetworkSeen(tx: Tx, event: DomainEvent<KeyNetworkSeen>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(workerKeyExposed)
  async onWorkerKeyExposed(tx: Tx, event: DomainEvent<WorkerKeyExposed>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(staffAlerted)
  async onStaffAlerted(tx: Tx, event: DomainEvent<StaffAlerted>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  /** A bait is nobody's: nobody is told. */
  @On(incidentClosed)
  async onIncidentClosed(tx: Tx, { payload, ...event }: DomainEvent<IncidentClosed>): Promise<void> {
    const { personId } = payload;
    if (personId !== null) await this.notices.tell(tx, { ...event, payload: { ...payload, personId } });
  }
}
