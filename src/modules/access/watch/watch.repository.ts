import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { HOSTING_NUMBERS } from '../domain/hosting';
import type { KeyState } from '../domain/key.workflow';
import type { Fire, SignalFacts } from '../domain/signals';
import { speedBetween, type Visited } from '../domain/travel';
import {
  FACTS,
  FORGET,
  KEEP_HOURS,
  KEEP_KNOWN,
  KEEP_LAST_USE,
  KEEP_MINUTES,
  LOCK_NEW_NETWORKS,
  NOTE_FIRES,
} from './watch.sql';

/** Calls of one key from one network by one program, since they were last written. */
export interface Sighting {
  readonly keyId: string;
  readonly familyId: string;
  readonly network: string;
  readonly agent: string;
  call: string;
  calls: number;
  spending: number;
  refused: number;
  refusedSpending: number;
  crossSite: number;
  scanned: number;
}

export interface Known {
  readonly familyId: string;
  readonly what: 'network' | 'agent';
  readonly value: string;
}

export interface KeyFacts extends SignalFacts {
  readonly keyId: string;
  readonly state: KeyState;
}

type FactsRow = Omit<KeyFacts, 'kmPerHour'> & { readonly places: readonly Visited[] };

export interface NewNetwork {
  readonly keyId: string;
  readonly personId: string;
  readonly name: string;
  readonly network: string;
  readonly agent: string | null;
}

export interface UsageHour {
  readonly keyId: string;
  readonly hour: Date;
  readonly calls: number;
  readonly refused: number;
}

@Injectable()
export class WatchRepository {
  constructor(private readonly db: Database) {}

  /** Adds what was seen; returns what of `known` is new to everybody. */
  async keep(tx: Tx, seen: readonly Sighting[], known: readonly Known[]): Promise<Known[]> {
    const column = <K extends keyof Sighting>(name: K): Sighting[K][] => seen.map((row) => row[name]);
    const ids = column('keyId');
    const fresh =
      known.length === 0
        ? []
        : await tx.query<Known & Record<string, unknown>>(KEEP_KNOWN, [
            known.map(({ familyId }) => familyId),
            known.map(({ what }) => what),
            known.map(({ value }) => value),
          ]);
    await tx.run(KEEP_MINUTES, [
      ids, column('network'), column('agent'), column('calls'), column('spending'), column('refused'),
      column('refusedSpending'), column('crossSite'), column('scanned'),
    ]); // prettier-ignore
    await tx.run(KEEP_HOURS, [ids, column('calls'), column('refused')]);
    const last = [...new Map(seen.filter(({ calls }) => calls > 0).map((row) => [row.keyId, row])).values()];
    await tx.run(KEEP_LAST_USE, [
      last.map(({ keyId }) => keyId),
      last.map(({ network }) => network),
      last.map(({ agent }) => agent),
      last.map(({ call }) => call),
    ]);
    return fresh;
  }

  /** Keys whose owners have to hear of a new network, marked as told. */
  async tellNetworks(tx: Tx, keys: readonly string[], networks: readonly string[]): Promise<NewNetwork[]> {
    return tx.query<NewNetwork & Record<string, unknown>>(LOCK_NEW_NETWORKS, [keys, networks]);
  }

  /** What is counted about keys that are not stopped. */
  async facts(keyIds: readonly string[]): Promise<KeyFacts[]> {
    const rows = await this.db.read<FactsRow & Record<string, unknown>>(FACTS, [keyIds, HOSTING_NUMBERS]);
    return rows.map(({ places, ...facts }) => ({ ...facts, kmPerHour: speedBetween(places) }));
  }

  async noteFires(tx: Tx, keyId: string, fires: readonly Fire[], facts: SignalFacts): Promise<void> {
    await tx.run(NOTE_FIRES, [
      keyId,
      fires.map(({ signal }) => signal),
      fires.map(({ points }) => points),
      fires.map(({ mode }) => mode),
      fires.map(({ would }) => would),
      JSON.stringify(facts),
    ]);
  }

  /** Calls of keys by the hour since `days` ago, oldest first. */
  async usage(keyIds: readonly string[], days: number): Promise<UsageHour[]> {
    return this.db.read<UsageHour & Record<string, unknown>>(
      `SELECT key_id AS "keyId", hour, calls::int AS calls, refused::int AS refused FROM access_key_hours
       WHERE key_id = ANY ($1::text[]) AND hour > now() - make_interval(days => $2) ORDER BY hour`,
      [keyIds, days],
    );
  }

  /** Who used a key since `at`, the busiest first, at most `limit`: evidence. */
  async sources(
    keyId: string,
    at: Date,
    limit: number,
    tx: Tx,
  ): Promise<{ network: string; agent: string; calls: number; refused: number; carrier: number | null }[]> {
    return tx.query(
      `SELECT m.network, m.agent, sum(m.calls)::int AS calls, sum(m.refused)::int AS refused, n.carrier::int AS carrier
       FROM access_key_minutes m LEFT JOIN access_networks n ON n.network = m.network
       WHERE m.key_id = $1 AND m.minute >= date_trunc('minute', $2::timestamptz)
       GROUP BY m.network, m.agent, n.carrier ORDER BY 3 DESC, 1, 2 LIMIT $3`,
      [keyId, at, limit],
    );
  }

  async forget(tx: Tx): Promise<void> {
    for (const statement of FORGET) await tx.run(statement);
  }
}
