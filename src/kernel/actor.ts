/** Who may stand before a rule. `system` is Atelier itself (clocks, listeners); `public` is anybody. */
export const ROLES = [
  'artist',
  'reviewer',
  'finance',
  'manager',
  'admin',
  'worker',
  'system',
  'public',
] as const;
export type Role = (typeof ROLES)[number];

/** How the caller proved who they are. A key never opens the portal, a session never acts as a worker. */
export type Via = 'session' | 'key' | 'worker' | 'system' | 'none';

/** The caller of one request or the author of one act. `id` is a person's id, `system` or `public`. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly via: Via;
  readonly keyId: string | null;
}

export const SYSTEM: Actor = { id: 'system', roles: ['system'], via: 'system', keyId: null };
export const PUBLIC: Actor = { id: 'public', roles: ['public'], via: 'none', keyId: null };

export function hasRole(actor: Actor, role: Role): boolean {
  return actor.roles.includes(role);
}
