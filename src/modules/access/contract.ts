import { eventKind } from '../../kernel/event';
import { refusals } from '../../kernel/refusal';
import type { Role } from '../../kernel/actor';

export { PERMISSIONS, may, type Permission, type Scope } from './domain/permissions';

export const accessRefusals = refusals('access', {
  route_closed: { kind: 'forbidden', says: 'This address is not open to anybody.' },
  sign_in_required: { kind: 'forbidden', status: 401, says: 'Sign in, or send an API key as a bearer token.' },
  bad_credentials: { kind: 'forbidden', status: 401, says: 'E-mail or password is not right.' },
  key_unknown: { kind: 'forbidden', status: 401, says: 'This API key is not valid. Create a new one in the portal under Keys.' },
  key_stopped: { kind: 'forbidden', status: 401, says: 'This API key was stopped. Your portal works as before; create a new key under Keys.' },
  key_expired: { kind: 'forbidden', status: 401, says: 'This API key has expired. Rotate it in the portal under Keys.' },
  key_in_query: { kind: 'invalid', status: 400, says: 'A key in an address ends up in logs. Send it as a bearer token and rotate this one.' },
  scope_missing: { kind: 'forbidden', says: 'This API key does not carry the scope for this. Use a key that does, or the portal.' },
  role_missing: { kind: 'forbidden', says: 'Your role does not include this.' },
  cross_site: { kind: 'forbidden', says: 'This request came from another site and was not carried out.' },
  email_taken: { kind: 'conflict', says: 'There is an account with this e-mail address. Sign in instead.' },
  weak_password: { kind: 'invalid', says: 'Choose a password of at least 12 characters.' },
  too_many_attempts: { kind: 'exhausted', says: 'Too many attempts. Wait a minute and try again.' },
});

export interface PersonCreated {
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
}
export const personCreated = eventKind<PersonCreated>('access.person_created');

export interface KeyStopped {
  readonly keyId: string;
  readonly personId: string;
  readonly reason: string;
}
export const keyStopped = eventKind<KeyStopped>('access.key_stopped');

/** What other modules may know of a person. */
export interface PersonCard {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}
