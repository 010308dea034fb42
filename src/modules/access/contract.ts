import { eventKind } from '../../kernel/event';
import { refusals } from '../../kernel/refusal';
import type { Role } from '../../kernel/actor';
import type { Scope } from './domain/permissions';

export { PERMISSIONS, SCOPES, may, type Permission, type Scope } from './domain/permissions';

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
  key_expired: {
    kind: 'forbidden',
    status: 401,
    says: 'This API key has expired. Rotate it in the portal under Keys.',
  },
  key_in_query: {
    kind: 'invalid',
    status: 400,
    says: 'A key in an address ends up in logs. Send it as a bearer token and rotate this one.',
  },
  worker_unknown: {
    kind: 'forbidden',
    status: 401,
    says: 'This worker key or token is not valid. A manager makes keys in the portal under Workers.',
  },
  worker_stopped: {
    kind: 'forbidden',
    status: 401,
    says: 'This worker key was stopped. A manager makes a new one in the portal under Workers.',
  },
  worker_expired: {
    kind: 'forbidden',
    status: 401,
    says: 'This worker token or key is over. Register again with the key to get a new token.',
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
  readonly by: string;
}
export const workerKeyStopped = eventKind<WorkerKeyStopped>('access.worker_key_stopped');

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
  readonly state: 'active' | 'revoked';
  /** Credits of the whole family; `null`: no budget of its own. */
  readonly budget: bigint | null;
  readonly expiresAt: Date;
}
