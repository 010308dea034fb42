import { eventKind } from '../../../kernel/event';

/** How an incident came to light. */
export const INCIDENT_CAUSES = [
  'signals',
  'report',
  'github',
  'gitlab',
  'scanner',
  'trap',
  'address',
  'body',
  'owner',
  'manager',
] as const;
export type IncidentCause = (typeof INCIDENT_CAUSES)[number];

/** A key is in wrong hands, or seems to be: it opens nothing any more. */
export interface KeyQuarantined {
  readonly incidentId: string;
  readonly keyId: string;
  readonly personId: string;
  readonly name: string;
  readonly cause: IncidentCause;
  /** In words, for its owner. */
  readonly reason: string;
  /** What it did since this instant is suspect. RFC 3339. */
  readonly since: string;
  readonly by: string;
}
export const keyQuarantined = eventKind<KeyQuarantined>('access.key_quarantined');

/** A key is suspected: it goes on slowly. */
export interface KeyThrottled {
  readonly keyId: string;
  readonly personId: string;
  readonly name: string;
  readonly reason: string;
}
export const keyThrottled = eventKind<KeyThrottled>('access.key_throttled');

export interface KeyExpiring {
  readonly keyId: string;
  readonly personId: string;
  readonly name: string;
  readonly days: number;
  readonly expiresAt: string;
}
export const keyExpiring = eventKind<KeyExpiring>('access.key_expiring');

/** A key was used from a network that its family was never used from before. */
export interface KeyNetworkSeen {
  readonly keyId: string;
  readonly personId: string;
  readonly name: string;
  readonly network: string;
  readonly agent: string;
}
export const keyNetworkSeen = eventKind<KeyNetworkSeen>('access.key_network_seen');

export interface IncidentClosed {
  readonly incidentId: string;
  readonly keyId: string | null;
  readonly personId: string | null;
  readonly verdict: 'confirmed' | 'dismissed';
  readonly reason: string;
  readonly by: string;
}
export const incidentClosed = eventKind<IncidentClosed>('access.incident_closed');

/** Staff have to look at something: told to each of them. */
export interface StaffAlerted {
  readonly personId: string;
  readonly incidentId: string;
  readonly cause: IncidentCause;
  readonly reason: string;
}
export const staffAlerted = eventKind<StaffAlerted>('access.staff_alerted');

export interface SignalModeSet {
  readonly signal: string;
  readonly mode: string;
  readonly reason: string;
  readonly by: string;
}
export const signalModeSet = eventKind<SignalModeSet>('access.signal_mode_set');

/** A webhook's secret was found in public; whoever issued it ends it. */
export interface SecretReported {
  /** SHA-256 of its text (`plainKey`), in hex: 178 random bits that nobody can guess. */
  readonly print: string;
  readonly place: string;
}
export const secretReported = eventKind<SecretReported>('access.secret_reported');

/** A worker's key or token was found in public and its key is stopped: told to each of the staff. */
export interface WorkerKeyExposed {
  readonly personId: string;
  readonly keyId: string;
  readonly name: string;
  readonly pool: string;
  readonly place: string;
}
export const workerKeyExposed = eventKind<WorkerKeyExposed>('access.worker_key_exposed');

export interface KeyCreated {
  readonly keyId: string;
  readonly personId: string;
  readonly name: string;
  /** The first key of the family; the key itself when it is no rotation. */
  readonly familyId: string;
  /** The key that this one replaces. */
  readonly rotatedFrom: string | null;
  /** Credits that the key's family may spend in its life, rotations together; `null`: only its owner's credits bound it. */
  readonly budget: number | null;
  readonly by: string;
}
export const keyCreated = eventKind<KeyCreated>('access.key_created');

export interface KeyStopped {
  readonly keyId: string;
  readonly personId: string;
  readonly name: string;
  /** `revoked` by its owner, `leaked`, `rotated` when the overlap ended, or the words of the staff member who stopped it. */
  readonly reason: string;
  readonly by: string;
}
export const keyStopped = eventKind<KeyStopped>('access.key_stopped');

export interface WorkerKeyCreated {
  readonly keyId: string;
  readonly name: string;
  readonly pool: string;
  readonly by: string;
}
export const workerKeyCreated = eventKind<WorkerKeyCreated>('access.worker_key_created');

export interface WorkerKeyStopped {
  readonly keyId: string;
  readonly name: string;
  /** `stopped` by a manager, or `leaked`. */
  readonly reason: 'stopped' | 'leaked';
  readonly by: string;
}
export const workerKeyStopped = eventKind<WorkerKeyStopped>('access.worker_key_stopped');
