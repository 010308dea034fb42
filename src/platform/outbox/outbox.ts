import { Injectable } from '@nestjs/common';
import type { EventKind } from '../../kernel/event';
import { newId } from '../../kernel/id';
import type { Tx } from '../db/database';
import { INSERT_EVENT, INSERT_EVENTS } from './outbox.sql';
import { RelayBell } from './relay-bell';

/** Something that happened. */
export interface Fact {
  readonly kind: EventKind<object>;
  readonly payload: object;
}

/** Where modules tell what happened. The event is a row of the caller's transaction: told if and only if committed. */
@Injectable()
export class Outbox {
  constructor(private readonly bell: RelayBell) {}

  async add<P extends object>(tx: Tx, kind: EventKind<P>, payload: P): Promise<void> {
    await tx.run(INSERT_EVENT, [newId('evt'), kind.name, JSON.stringify(payload)]);
    tx.afterCommit(() => this.bell.ring());
  }

  /** As `add`, for many. */
  async addAll(tx: Tx, facts: readonly Fact[]): Promise<void> {
    await tx.run(INSERT_EVENTS, [
      facts.map(() => newId('evt')),
      facts.map(({ kind }) => kind.name),
      facts.map(({ payload }) => JSON.stringify(payload)),
    ]);
    tx.afterCommit(() => this.bell.ring());
  }
}
