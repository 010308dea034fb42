import { eventKind } from '../../kernel/event';
import { refusals } from '../../kernel/refusal';
import type { Role } from '../../kernel/actor';
import type { Scope } from './domain/permissions';

export { tokenSlot } from './domain/links';
export { PERMISSIONS, SCOPES, STEP_UP, may, type Permission, type Scope } from './domain/permissions';
export { KEY_PATTERN, newKeyText, plainKey, signingSecretOf } from './domain/key-format';
export * from './domain/account-events';
export * from './domain/key-events';

export const accessRefusals = refusals('access', {
  route_closed: { kind: 'forbidden', says: 'This address is not open to anybody.' },
  sign_in_required: {
    kind: 'forbidden',
    status: 401,
    says: 'Sign in, or send an API key as a bearer token.',
  },
  bad_credentials: {
    kind: 'forbidden',
    status: 401,
    says: 'E-mail or password is not right, or the link in the mail of the sign-up was not opened yet.',
  },
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
  use_dpop_nonce: {
    kind: 'forbidden',
    status: 401,
    says: 'Make the proof once more with the nonce of the header DPoP-Nonce; each answer brings the one to use next.',
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
  verify_email: {
    kind: 'forbidden',
    says: 'Open the link in the mail that was sent to you first: nothing else is possible before.',
  },
  second_factor_required: {
    kind: 'forbidden',
    says: 'Enter the code of your authenticator app, or use your passkey, to go on.',
  },
  second_factor_missing: {
    kind: 'forbidden',
    says: 'Staff work with a second factor. Set one up under Security first.',
  },
  step_up_required: {
    kind: 'forbidden',
    says: 'This needs a proof of the last ten minutes that it is you. Enter a code, or use your passkey.',
  },
  proof_wrong: {
    kind: 'forbidden',
    says: 'That is not right, or it was used before. Take the next code and try again.',
  },
  link_dead: {
    kind: 'conflict',
    status: 410,
    says: 'This link was used, has expired, or is not complete. Ask for a new one.',
  },
  no_code_app: { kind: 'conflict', says: 'There is no code app to confirm. Begin to set one up first.' },
  code_app_there: { kind: 'conflict', says: 'You have a code app. Remove it before you set up another one.' },
  last_factor: {
    kind: 'conflict',
    says: 'This is your only second factor, and staff work with one. Add another before you remove it.',
  },
  no_second_factor: {
    kind: 'conflict',
    says: 'Recovery codes stand in for a second factor. Set one up first.',
  },
  passkey_refused: {
    kind: 'forbidden',
    says: 'This passkey was not accepted. Try again, or sign in another way.',
  },
  passkeys_need_name: {
    kind: 'conflict',
    says: 'Browsers tie passkeys to a name, not to a number. Open the portal by its name, for example http://localhost.',
  },
  too_many_passkeys: { kind: 'conflict', says: 'You have ten passkeys, the most there can be. Remove one.' },
  no_oidc: {
    kind: 'not_found',
    says: 'Signing in through an organisation is not set up here. Use your password or a passkey.',
  },
  oidc_failed: {
    kind: 'forbidden',
    status: 401,
    says: 'The sign-in at your organisation did not succeed. Begin again.',
  },
  oidc_unknown: {
    kind: 'forbidden',
    says: 'Your organisation knows you, but no staff account here has your e-mail address. Ask for an invitation.',
  },
  already_joined: {
    kind: 'conflict',
    says: 'This person has an account already. Change their roles instead.',
  },
  admin_needs_two: {
    kind: 'invalid',
    says: 'Nobody becomes administrator by invitation. Invite without it, then propose it: a second person confirms.',
  },
  second_person: {
    kind: 'forbidden',
    says: 'Somebody else must confirm this: neither who proposed it nor whom it is about.',
  },
  last_admin: { kind: 'conflict', says: 'There would be no administrator left. Make another one first.' },
  not_yourself: {
    kind: 'forbidden',
    says: 'You cannot do this to your own account. Ask another administrator.',
  },
  change_open: {
    kind: 'conflict',
    says: 'A change of this person’s roles waits to be confirmed. Confirm or withdraw it first.',
  },
  roles_moved: {
    kind: 'conflict',
    says: 'The roles have changed since this was proposed. Withdraw it and propose again.',
  },
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
  /** How: by password, by passkey, through the organisation. */
  readonly way: 'password' | 'passkey' | 'oidc';
  /** Whether a second factor was shown at once. */
  readonly isStrong: boolean;
}
export const sessionOpened = eventKind<SessionOpened>('access.session_opened');

/** Somebody tried to sign in or to prove who they are, and did not. `public`: of no account that there is. */
export interface ProofRefused {
  readonly personId: string;
  readonly what: 'password' | 'code' | 'passkey' | 'oidc';
  readonly network: string;
}
export const proofRefused = eventKind<ProofRefused>('access.proof_refused');

export interface RolesChanged {
  readonly personId: string;
  readonly from: readonly Role[];
  readonly to: readonly Role[];
  readonly reason: string;
  readonly by: string;
  /** The second person, where there must be one. */
  readonly confirmedBy: string | null;
}
export const rolesChanged = eventKind<RolesChanged>('access.roles_changed');

export interface RoleChangeMoved {
  readonly changeId: string;
  readonly personId: string;
  readonly verb: 'propose' | 'confirm' | 'withdraw';
  readonly roles: readonly Role[];
  readonly reason: string;
  readonly by: string;
}
export const roleChangeMoved = eventKind<RoleChangeMoved>('access.role_change_moved');

export interface PersonStopped {
  readonly personId: string;
  readonly isActive: boolean;
  readonly reason: string;
  readonly by: string;
}
/** An account was closed, or opened again. */
export const personStopped = eventKind<PersonStopped>('access.person_stopped');

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
