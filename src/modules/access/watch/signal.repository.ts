import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import type { SignalMode, SignalName } from '../domain/signals';

export interface SignalRow {
  readonly name: SignalName;
  readonly mode: SignalMode;
  readonly changedBy: string;
  readonly changedAt: Date;
}

export interface SignalCount {
  readonly signal: SignalName;
  readonly mode: SignalMode;
  readonly would: 'nothing' | 'throttle' | 'stop';
  readonly keys: number;
}

@Injectable()
export class SignalRepository {
  constructor(private readonly db: Database) {}

  /** Modes that were chosen; a signal without one counts. */
  async modes(): Promise<Partial<Record<SignalName, SignalMode>>> {
    const rows = await this.db.read<{ name: SignalName; mode: SignalMode }>(
      'SELECT name, mode FROM access_signals',
    );
    return Object.fromEntries(rows.map(({ name, mode }) => [name, mode]));
  }

  async list(): Promise<SignalRow[]> {
    return this.db.read<SignalRow & Record<string, unknown>>(
      `SELECT name, mode, changed_by AS "changedBy", changed_at AS "changedAt" FROM access_signals`,
    );
  }

  /** Keys that each signal spoke about in the last `days`, by mode and by what followed or would have. */
  async counts(days: number): Promise<SignalCount[]> {
    return this.db.read<SignalCount & Record<string, unknown>>(
      `SELECT signal, mode, would, count(DISTINCT key_id)::int AS keys FROM access_signal_fires
       WHERE at > now() - make_interval(days => $1) GROUP BY signal, mode, would`,
      [days],
    );
  }

  async setMode(tx: Tx, name: SignalName, mode: SignalMode, by: string): Promise<void> {
    await tx.run(
      `INSERT INTO access_signals (name, mode, changed_by) VALUES ($1, $2, $3)
       ON CONFLICT (name) DO UPDATE SET mode = excluded.mode, changed_by = excluded.changed_by, changed_at = now()`,
      [name, mode, by],
    );
  }
}
