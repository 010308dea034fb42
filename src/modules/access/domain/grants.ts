import type { Actor, Role } from '../../../kernel/actor';

/** Roles that staff hold; `artist` comes with sign-up. `worker`, `system` and `public` are never a person's. */
export const STAFF_ROLES = ['reviewer', 'finance', 'manager', 'admin'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** Only an administrator makes people of finance: whoever runs a programme must not be able to approve its money through an account of their own making. */
const GRANTABLE: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  public: ['artist'],
  manager: ['artist', 'reviewer', 'manager'],
  admin: ['artist', ...STAFF_ROLES],
  system: ['artist', ...STAFF_ROLES],
};

/** The first of `roles` that the actor may not give to a new person; `null` when all are fine. */
export function ungrantable(actor: Pick<Actor, 'roles'>, roles: readonly Role[]): Role | null {
  const allowed = new Set(actor.roles.flatMap((role) => GRANTABLE[role] ?? []));
  return roles.find((role) => !allowed.has(role)) ?? null;
}
