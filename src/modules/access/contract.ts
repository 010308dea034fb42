import { eventKind } from '../../kernel/event';
import { refusals } from '../../kernel/refusal';
import type { Role } from '../../kernel/actor';
import type { Scope } from './domain/permissions';

export { PERMISSIONS, SCOPES, may, type Permission, type Scope } from './domain/permissions';
export { KEY_PATTERN } from './domain/key-format';

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

export const accessRefusals = refusals('access', {
  route_closed: { kind: 'forbidden', says: 'This address is not open to anybody.' },
  sign_in_required: {
    kind: 'forbidden',
    status: 401,
    says: 'Sign in, or send an API key as a bearer token.',
  },
  bad_credentials: { kind: 'forbidden', status: 401, says: 'E-mail or password is not right.' },
  key_unknown: {
    kind: 'forbidden',
    status: 401,
    says: 'This API key is not valid. Create a new one in the portal under Keys.',
  },
  key_stopped: {
    kind: 'forbidden',
    status: 401,
    says: 'This API key was stopped. Your portal works as before; create a new key under Keys.',
  },
  key_quarantined: {
    kind: 'forbidden',
    status: 401,
    says: 'This API key is in quarantine, because it seems to be in wrong hands. Your portal works as before; replace it under Keys. Found it somewhere? Nothing more to do.',
  },
  key_is_bound: {
    kind: 'forbidden',
    status: 401,
    says: 'This API key is bound to its holder. Send it with the scheme DPoP and a proof of possession.',
  },
  key_not_bound: {
    kind: 'forbidden',
    status: 401,
    says: 'This API key is not bound to a key pair. Send it as a bearer token, or create a bound one under Keys.',
  },
  proof_invalid: {
    kind: 'forbidden',
    status: 401,
    says: 'The proof of possession is not right. Make a new one for each request; the message names what is wrong.',
  },
  network_not_allowed: {
    kind: 'forbidden',
    says: 'This API key may not be used from this network. Its owner chose where it may under Keys.',
  },
  origin_not_allowed: {
    kind: 'forbidden',
    says: 'This API key may not be used from this web page. Its owner chose where it may under Keys.',
  },
  key_rate: {
    kind: 'exhausted',
    says: 'This API key has made its calls of this minute. Wait as long as Retry-After says.',
  },
  key_hour_cap: {
    kind: 'exhausted',
    says: 'This API key has spent its credits of this hour. It goes on with the next; the portal is not bound by this.',
  },
  key_day_cap: {
    kind: 'exhausted',
    says: 'This API key has spent its credits of this day (UTC). The portal is not bound by this.',
  },
  key_open_cap: {
    kind: 'exhausted',
    says: 'This API key has as many clips open as it may. Wait until one ends, or cancel one.',
  },
  not_a_network: {
    kind: 'invalid',
    says: 'Networks are written as 203.0.113.7, 203.0.113.0/24 or 2001:db8::/48.',
  },
  own_incident: { kind: 'forbidden', says: 'This is about your own key. Another manager has to close it.' },
  second_person_needed: {
    kind: 'forbidden',
    says: 'You have stopped ten keys within an hour. The next ones need another manager: that bounds what one account can break.',
  },
  signature_wrong: { kind: 'forbidden', status: 401, says: 'The signature of this report is not right.' },
  signer_unknown: {
    kind: 'unavailable',
    says: 'The key that signed this report cannot be fetched now. Send it again.',
  },
  partner_unknown: { kind: 'forbidden', status: 401, says: 'This address takes reports of a partner only.' },
  key_expired: {
    kind: 'forbidden',
    status: 401,
    says: 'This API key has expired. Rotate it in the portal under Keys.',
  },
  key_in_query: {
    kind: 'invalid',
    status: 400,
    says: 'A key in an address ends up in logs. It was put in quarantine; replace it in the portal under Keys and send the new one as a bearer token.',
  },
  key_in_body: {
    kind: 'invalid',
    status: 400,
    says: 'There is an API key in the text of this request, where others may read it. It was put in quarantine; replace it in the portal under Keys.',
  },
  scope_missing: {
    kind: 'forbidden',
    says: 'This API key does not carry the scope for this. Use a key that does, or the portal.',
  },
  role_missing: { kind: 'forbidden', says: 'Your role does not include this.' },
  cross_site: { kind: 'forbidden', says: 'This request came from another site and was not carried out.' },
  email_taken: { kind: 'conflict', says: 'There is an account with this e-mail address. Sign in instead.' },
  weak_password: { kind: 'invalid', says: 'Choose a password of at least 12 characters.' },
  role_not_yours: { kind: 'forbidden', says: 'You may not give this role. Ask an administrator.' },
  key_rotated: {
    kind: 'conflict',
    says: 'This key was rotated already. Rotate its successor, or revoke this one to end it at once.',
  },
  key_name_taken: {
    kind: 'conflict',
    says: 'You have a key of this name. Choose another name, or rotate the one you have.',
  },
  too_many_keys: {
    kind: 'conflict',
    says: 'You have 20 active keys, the most there can be. Revoke one that you no longer use.',
  },
  too_many_attempts: { kind: 'exhausted', says: 'Too many attempts. Wait a minute and try again.' },
});

export interface PersonCreated {
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Id of the person who did it, `public` for a sign-up, `system` for the installation itself. */
  readonly by: string;
}
export const personCreated = eventKind<PersonCreated>('access.person_created');

export interface SessionOpened {
  readonly sessionId: string;
  readonly personId: string;
}
export const sessionOpened = eventKind<SessionOpened>('access.session_opened');

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

/** What other modules may know of a person. */
export interface PersonCard {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

/** What other modules may know of a key. */
export interface KeyCard {
  readonly id: string;
  readonly personId: string;
  readonly familyId: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly state: 'active' | 'throttled' | 'quarantined' | 'revoked';
  /** Credits of the whole family; `null`: no budget of its own. */
  readonly budget: bigint | null;
  readonly expiresAt: Date;
}
