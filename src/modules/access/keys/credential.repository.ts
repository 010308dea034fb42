import { Injectable } from '@nestjs/common';
import type { Role } from '../../../kernel/actor';
import { Database } from '../../../platform/db/database';
import { Fresh, REPORTED_MS } from '../../../platform/db/fresh';
import type { KeyState } from '../domain/key.workflow';
import type { Scope } from '../domain/permissions';

/**
 * Caller: CredentialRepository.find: keys that were changed or not seen for an hour.
 * Index: unique (secret_hash), primary key of access_people, access_incidents_open.
 * Twice: reading only.
 */
const LIST_CREDENTIALS = `
  SELECT encode(k.secret_hash, 'hex') AS hash, k.id, k.person_id AS "personId", k.family_id AS "familyId", k.kind, k.state,
    array_to_string(k.scopes, ' ') AS scopes, array_to_string(p.roles, ' ') AS roles,
    k.state = 'revoked' OR p.deactivated_at IS NOT NULL OR coalesce(k.stops_at <= now(), false) AS "isStopped",
    k.expires_at <= now() AS "isExpired",
    coalesce(extract(epoch FROM least(k.stops_at, k.expires_at) - now()) * 1000, 1e9)::float8 AS "lastsMs", array_to_string(k.networks, ' ') AS networks,
    array_to_string(k.origins, ' ') AS origins, k.bound_to AS "boundTo", k.calls_per_minute AS "callsPerMinute",
    (SELECT i.id FROM access_incidents i WHERE i.key_id = k.id AND i.state = 'open') AS "incidentId"
  FROM access_keys k JOIN access_people p ON p.id = k.person_id
  WHERE k.secret_hash = ANY ($1::bytea[])`;

export interface KeyCredential {
  readonly id: string;
  readonly personId: string;
  readonly familyId: string;
  readonly kind: 'live' | 'test';
  readonly state: KeyState;
  readonly scopes: readonly Scope[];
  readonly roles: readonly Role[];
  /** Revoked, or its overlap is over. */
  readonly isStopped: boolean;
  readonly isExpired: boolean;
  /** Milliseconds until its time is over; negative: it is. */
  readonly lastsMs: number;
  readonly networks: readonly string[];
  readonly origins: readonly string[];
  readonly boundTo: string | null;
  readonly callsPerMinute: number | null;
  /** The open incident it is in quarantine for. */
  readonly incidentId: string | null;
}

const LISTS = ['scopes', 'roles', 'networks', 'origins'] as const;

/** Lists are separated by spaces: cheaper to read than arrays, for a thousand keys at once. */
type CredentialRow = Omit<KeyCredential, (typeof LISTS)[number]> & { readonly hash: string } & Readonly<
    Record<(typeof LISTS)[number], string>
  >;

const words = <T extends string>(text: string): T[] => (text === '' ? [] : (text.split(' ') as T[]));

const credentialOf = (row: CredentialRow): KeyCredential => ({
  ...row,
  scopes: words<Scope>(row.scopes),
  roles: words<Role>(row.roles),
  networks: words(row.networks),
  origins: words(row.origins),
});

/** Keys as the guard knows them. A stop takes effect in this process at once, in others within a second. */
@Injectable()
export class CredentialRepository {
  private readonly credentials: Fresh<KeyCredential>;

  constructor(private readonly db: Database) {
    this.credentials = new Fresh(
      db.changes,
      'access_keys',
      (hashes) => this.list(hashes),
      // Once it is over it stays over.
      ({ lastsMs }) => (lastsMs <= 0 ? Infinity : lastsMs),
      REPORTED_MS,
    );
  }

  /** At most a second old. */
  async find(secretHash: Buffer): Promise<KeyCredential | null> {
    return this.credentials.get(secretHash.toString('hex'));
  }

  /** After a key was changed in this process. */
  clear(): void {
    this.credentials.clear();
  }

  private async list(hashes: readonly string[]): Promise<Map<string, KeyCredential>> {
    const rows = await this.db.read<CredentialRow>(LIST_CREDENTIALS, [
      hashes.map((hash) => Buffer.from(hash, 'hex')),
    ]);
    return new Map(rows.map((row) => [row.hash, credentialOf(row)]));
  }
}
