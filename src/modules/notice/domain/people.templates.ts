import {
  emailVerified,
  linkIssued,
  personStopped,
  rolesChanged,
  securityChanged,
  signUpRepeated,
  type SecurityChanged,
} from '../../access/contract';
import { about, type AnyTemplate } from './template';

const NOT_YOU =
  'If it was not you: set a new password under “Forgot the password?” on the sign-in page, which ends all sessions, and write to the programme.';

/** One row for each change of what protects an account. Its owner hears of all of them, by mail too. */
const changed = (
  what: SecurityChanged['what'],
  title: string,
  write: (payload: SecurityChanged) => string,
) => ({
  mail: true,
  when: (payload: SecurityChanged) => payload.what === what,
  write: (payload: SecurityChanged) => [title, `${write(payload)} ${NOT_YOU}`, '/account/security'] as const,
});

/** Accounts: proving an address, and whatever changes in what protects them. */
export const PEOPLE: readonly AnyTemplate[] = [
  ...about(linkIssued, 'person', {
    verify: {
      mail: true,
      when: ({ kind }) => kind === 'verification',
      write: ({ proofId }) => [
        'Confirm your e-mail address',
        'Somebody, probably you, made an account at Atelier with this address. Open the link to confirm it; it works once, for three days. If it was not you, do nothing: without the link the account can do nothing.',
        '/verify',
        proofId,
      ],
    },
    reset: {
      mail: true,
      when: ({ kind }) => kind === 'reset',
      write: ({ proofId }) => [
        'Set a new password',
        'Somebody, probably you, asked for a new password. The link works once, for one hour. If it was not you, do nothing: your password is as before.',
        '/reset',
        proofId,
      ],
    },
    invited: {
      mail: true,
      when: ({ kind }) => kind === 'invitation',
      write: ({ proofId, roles }) => [
        'You are invited to Atelier',
        `You are to work in Atelier as ${roles.join(', ')}. Open the link to choose your name and password; it works once, for seven days.`,
        '/join',
        proofId,
      ],
    },
  }),
  ...about(signUpRepeated, 'person', {
    sign_up_tried: {
      mail: true,
      write: () => [
        'Somebody tried to sign up with your address',
        'You have an account at Atelier with this address, and somebody, perhaps you, tried to make another one. Nothing was changed, and whoever it was did not learn that you have one. If it was you: sign in, or set a new password under “Forgot the password?”.',
        '/sign-in',
      ],
    },
  }),
  ...about(emailVerified, 'person', {
    welcomed: {
      mail: true,
      when: ({ by }) => by === 'verification' || by === 'reset',
      write: ({ name }) => [
        'Welcome to Atelier',
        `Your account is ready, ${name}. Look at the open programmes and their terms, then apply to one; you will hear the decision and its reasons here.`,
        '/programs',
      ],
    },
    joined: {
      mail: true,
      when: ({ by }) => by === 'invitation' || by === 'oidc',
      write: ({ name }) => [
        'Your account is ready',
        `Welcome, ${name}. Staff work with a second factor: set up an authenticator app or a passkey when you first sign in.`,
        '/account/security',
      ],
    },
  }),
  ...about(securityChanged, 'security', {
    password_changed: changed(
      'password_changed',
      'Your password was changed',
      () => 'All your other sessions have ended.',
    ),
    password_reset: changed(
      'password_reset',
      'Your password was set anew',
      () => 'It was set by the link of a mail to this address, and all your sessions have ended.',
    ),
    code_app_added: changed(
      'code_app_added',
      'An authenticator app was added',
      () => 'From now on you sign in with its code, or with a passkey.',
    ),
    code_app_removed: changed(
      'code_app_removed',
      'Your authenticator app was removed',
      () => 'Its codes open nothing any more.',
    ),
    passkey_added: changed(
      'passkey_added',
      'A passkey was added',
      ({ detail }) => `You can sign in with “${detail}” now.`,
    ),
    passkey_removed: changed(
      'passkey_removed',
      'A passkey was removed',
      ({ detail }) => `“${detail}” opens nothing any more.`,
    ),
    recovery_codes_made: changed(
      'recovery_codes_made',
      'New recovery codes were made',
      () => 'All earlier ones have stopped working.',
    ),
    recovery_code_used: changed(
      'recovery_code_used',
      'A recovery code was used',
      ({ detail }) => `Somebody proved to be you with a code from paper. ${detail} are left.`,
    ),
    second_factor_cleared: changed(
      'second_factor_cleared',
      'Your second factors were taken away',
      () =>
        'An administrator did it, as after a lost phone, and ended all your sessions. You set up a new one when you next sign in.',
    ),
    sessions_ended: changed(
      'sessions_ended',
      'You were signed out everywhere',
      () => 'An administrator ended all your sessions.',
    ),
  }),
  ...about(rolesChanged, 'person', {
    roles_changed: {
      mail: true,
      write: ({ to, reason }) => [
        'Your roles have changed',
        `You work in Atelier as ${to.join(', ')} now. The reason given: “${reason}”`,
        '/account/security',
      ],
    },
  }),
  ...about(personStopped, 'person', {
    closed: {
      mail: true,
      when: ({ isActive }) => !isActive,
      write: ({ reason }) => [
        'Your account was closed',
        `You can no longer sign in, and your keys are refused. What you have earned stays owed to you. The reason given: “${reason}” If this is wrong, write to the programme.`,
        '/sign-in',
      ],
    },
    reopened: {
      mail: true,
      when: ({ isActive }) => isActive,
      write: () => ['Your account is open again', 'You can sign in as before.', '/sign-in'],
    },
  }),
];
