import { Injectable } from '@nestjs/common';
import type { EventKind } from '../../kernel/event';
import { newId } from '../../kernel/id';
import type { Tx } from '../db/database';
import { INSERT_EVENT, INSERT_EVENTS } from './outbox.sql';
import { RelayBell } from './relay-bell';

/** Where modules tell what happened. The event is a row of the caller's transaction: told if and only if committed. */
@Injectable()
export class Outbox {
  constructor(private readonly bell: RelayBell) {}

  async add<P extends object>(tx: Tx, kind: EventKind<P>, payload: P): Promise<void> {
    await tx.run(INSERT_EVENT, [newId('evt'), kind.name, JSON.stringify(payload)]);
    tx.afterCommit(() => this.bell.ring());
  }

  /** Many events of one kind in one statement. */
  async addAll<P extends object>(tx: Tx, kind: EventKind<P>, payloads: readonly P[]): Promise<void> {
    if (payloads.length === 0) return;
    const ids = payloads.map(() => newId('evt'));
    await tx.run(INSERT_EVENTS, [ids, kind.name, payloads.map((payload) => JSON.stringify(payload))]);
    tx.afterCommit(() => this.bell.ring());
  }

  /** Ids for events that a statement adds by itself (`platform_tell`); whoever carries it out rings after the commit. */
  newId(): string {
    return newId('evt');
  }

  ring(): void {
    this.bell.ring();
  }
}
