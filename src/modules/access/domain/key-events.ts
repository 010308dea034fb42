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

/** A credential that is no API key (a worker's, a webhook's secret) was found in public; whoever issued it stops it. */
export interface SecretReported {
  readonly kind: 'wrk' | 'whs';
  /** HMAC of its text under the present pepper, in hex: what `KeySecrets.hash` makes of it. */
  readonly hash: string;
  readonly place: string;
}
export const secretReported = eventKind<SecretReported>('access.secret_reported');
