import { Injectable, Logger } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { later, SECOND, systemClock } from '../../../kernel/clock';
import { Database, type Tx } from '../../../platform/db/database';
import { Fresh } from '../../../platform/db/fresh';
import { afterAnswer, afterFault, type Consequence } from '../domain/circuit';
import { circuitWorkflow } from '../domain/circuit.workflow';
import type { FaultCode } from '../domain/faults';
import type { ProviderEntity } from './provider.entity';
import { ProviderRepository, type ProviderChange } from './provider.repository';

const from = (seconds: number | null): Date | null =>
  seconds === null ? null : later(systemClock.now(), seconds * SECOND);

/** Keeps each provider's circuit in Postgres, so that all processes leave a sick one alone together. */
@Injectable()
export class CircuitService {
  private readonly log = new Logger('circuit');
  private readonly known: Fresh<ProviderEntity>;

  constructor(
    private readonly db: Database,
    private readonly providers: ProviderRepository,
  ) {
    this.known = new Fresh(
      db.changes,
      'generation_providers',
      async () => new Map((await providers.list()).map((row) => [row.id, row])),
    );
  }

  /** As it was at most a second ago; `null` for a provider that was never introduced. */
  async of(key: string): Promise<ProviderEntity | null> {
    return this.known.get(key);
  }

  /** Forgets what was read: whoever has changed a row calls it after the commit. */
  forget(): void {
    this.known.clear();
  }

  /** The provider answered as it should. Writes only where that changes something. */
  async answered(key: string, isSuccess: boolean): Promise<void> {
    await this.note(key, (row) => ({
      ...afterAnswer(row),
      change: isSuccess ? { succeededAt: () => 'now()' } : {},
    }));
  }

  async failed(
    key: string,
    code: FaultCode,
    message: string,
    retryAfter: number | null = null,
  ): Promise<void> {
    await this.note(key, (row) => ({
      ...afterFault(row, code, retryAfter),
      change: { code, message: message.slice(0, 500), failedAt: () => 'now()' },
    }));
  }

  /** Lets providers whose rest is over be tried with one clip. */
  async probe(): Promise<void> {
    for (const id of await this.providers.listProbes()) {
      await this.db.tx(async (tx) => {
        const row = await this.providers.lock(tx, id);
        if (row?.state !== 'open') return;
        await this.providers.move(tx, { id, verb: 'probe', from: 'open', to: 'probing', actor: SYSTEM });
        tx.afterCommit(() => this.forget());
      });
    }
  }

  private async note(
    key: string,
    decide: (row: ProviderEntity) => Consequence & { change: ProviderChange },
  ): Promise<void> {
    await this.db.tx(async (tx) => {
      const row = await this.providers.lock(tx, key);
      if (row === null) return;
      await this.carryOut(tx, row, decide(row));
      tx.afterCommit(() => this.forget());
    });
  }

  private async carryOut(
    tx: Tx,
    row: ProviderEntity,
    { verb, failures, trips, restSeconds, holdSeconds, change }: Consequence & { change: ProviderChange },
  ): Promise<void> {
    if (verb !== null) {
      const { to } = circuitWorkflow.moves[verb];
      const note = 'code' in change ? { code: change.code, message: change.message, restSeconds } : {};
      await this.providers.move(tx, { id: row.id, verb, from: row.state, to, actor: SYSTEM, note });
      this.log.warn({ provider: row.id, verb, ...note }, 'the circuit has moved');
    }
    await this.providers.change(tx, row.id, {
      ...change,
      failures,
      trips,
      ...(restSeconds === null ? {} : { retryAt: from(restSeconds) }),
      ...(holdSeconds === null ? {} : { holdUntil: from(holdSeconds) }),
    });
  }
}
