import type { Role } from '../../../kernel/actor';
import { STAFF_ROLES } from './grants';
import type { Permission } from './permissions';

/** What a session must do before it may do anything else. */
export const GATES = ['verify_email', 'second_factor_required', 'second_factor_missing'] as const;
export type Gate = (typeof GATES)[number];

/** What is known of a session and of whoever opened it. */
export interface Standing {
  readonly roles: readonly Role[];
  readonly isVerified: boolean;
  /** The person has a code app or a passkey. */
  readonly hasFactor: boolean;
  /** A second factor was shown in this session. */
  readonly isStrong: boolean;
}

export function isStaff(roles: readonly Role[]): boolean {
  return STAFF_ROLES.some((role) => roles.includes(role));
}

/**
 * What stands before this session; `null`: nothing. Somebody with a second factor must show it; staff without one may
 * do nothing but set it up. Order matters: an address that nobody proved owns nothing, a factor least of all.
 */
export function gateOf({ roles, isVerified, hasFactor, isStrong }: Standing): Gate | null {
  if (!isVerified) return 'verify_email';
  if (hasFactor && !isStrong) return 'second_factor_required';
  return !hasFactor && isStaff(roles) ? 'second_factor_missing' : null;
}

const ALWAYS: readonly Permission[] = [
  'public.read',
  'session.open',
  'session.own',
  'account.prove',
  'person.sign_up',
  'program.read',
];

/** What a gate leaves open. */
export const OPEN_AT: Readonly<Record<Gate, readonly Permission[]>> = {
  verify_email: ALWAYS,
  second_factor_required: ALWAYS,
  second_factor_missing: [...ALWAYS, 'security.own', 'security.change'],
};
