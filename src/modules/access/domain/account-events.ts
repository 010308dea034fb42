import { eventKind } from '../../../kernel/event';
import type { Role } from '../../../kernel/actor';

/** A mail with a link that proves who reads it. The token itself is nowhere: `MailTokens` makes it when the mail leaves. */
export interface LinkIssued {
  readonly personId: string;
  readonly proofId: string;
  readonly kind: 'verification' | 'reset' | 'invitation';
  readonly roles: readonly Role[];
  readonly by: string;
}
export const linkIssued = eventKind<LinkIssued>('access.link_issued');

/** Somebody says to have forgotten the password of this address; perhaps there is no such account. */
export interface ResetRequested {
  readonly email: string;
  readonly network: string;
}
export const resetRequested = eventKind<ResetRequested>('access.reset_requested');

/** Somebody asks for the link of a sign-up once more; perhaps there is no such account, or nothing to confirm. */
export interface VerificationAsked {
  readonly email: string;
  readonly network: string;
}
export const verificationAsked = eventKind<VerificationAsked>('access.verification_asked');

/** Somebody signed up with the address of this person, who has had an account all along. */
export interface SignUpRepeated {
  readonly personId: string;
  readonly network: string;
}
export const signUpRepeated = eventKind<SignUpRepeated>('access.sign_up_repeated');

export interface EmailVerified {
  readonly personId: string;
  readonly name: string;
  /** How: by the mail of the sign-up, of a reset, of an invitation, or by the organisation. */
  readonly by: 'verification' | 'reset' | 'invitation' | 'oidc';
}
export const emailVerified = eventKind<EmailVerified>('access.email_verified');

export const SECURITY_CHANGES = [
  'password_changed',
  'password_reset',
  'code_app_added',
  'code_app_removed',
  'passkey_added',
  'passkey_removed',
  'recovery_codes_made',
  'recovery_code_used',
  'second_factor_cleared',
  'sessions_ended',
] as const;

/** What protects an account is no longer what it was; its owner hears of it whoever did it. */
export interface SecurityChanged {
  readonly personId: string;
  readonly what: (typeof SECURITY_CHANGES)[number];
  /** Name of the passkey, or the number of recovery codes left; empty where there is nothing to say. */
  readonly detail: string;
  readonly by: string;
}
export const securityChanged = eventKind<SecurityChanged>('access.security_changed');
