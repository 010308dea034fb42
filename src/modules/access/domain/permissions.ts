import type { Actor, Role } from '../../../kernel/actor';

const EVERYONE = ['public', 'artist', 'reviewer', 'finance', 'manager', 'admin', 'worker'] as const;
const PEOPLE = ['artist', 'reviewer', 'finance', 'manager', 'admin'] as const;
const STAFF = ['reviewer', 'finance', 'manager', 'admin'] as const;

/**
 * Who may do what: the one table. Every route names one of these permissions, and a route without one is refused by
 * the guard. Ownership (my clip, my money) and separation of duties are rules of the modules, on top of this.
 */
export const PERMISSIONS = {
  'public.read': EVERYONE,

  'session.open': EVERYONE,
  'session.own': PEOPLE,
  'person.sign_up': EVERYONE,
  'person.manage': ['manager', 'admin'],
  'person.roles': ['admin'],
  'person.confirm_roles': ['manager', 'admin'],
  'account.prove': EVERYONE,
  'security.own': PEOPLE,
  'security.change': PEOPLE,
  'key.own': ['artist'],
  'key.stop': ['manager', 'admin'],
  'leak.report': EVERYONE,
  'incident.manage': ['manager', 'admin'],
  'incident.close': ['manager', 'admin'],
  'pause.manage': ['manager', 'admin'],
  'audit.read': ['manager', 'admin'],

  'program.read': EVERYONE,
  'program.manage': ['manager', 'admin'],
  'program.fund': ['finance', 'admin'],

  'application.own': PEOPLE,
  'application.review': ['manager', 'admin'],
  'application.score': ['reviewer', 'manager', 'admin'],
  'enrollment.own': ['artist'],
  'enrollment.manage': ['manager', 'admin'],

  'reasons.read_any': STAFF,
  'look.decide': STAFF,

  'ruling.own': ['artist'],
  'ruling.decide': ['reviewer'],

  'quota.own': ['artist'],
  'quota.read': ['manager', 'finance', 'admin'],
  'quota.top_up': ['manager', 'admin'],

  'generation.own': ['artist'],
  'generation.read': ['artist', 'reviewer', 'manager', 'admin'],
  'generation.read_any': ['reviewer', 'manager', 'admin'],
  'pool.read': ['manager', 'admin'],
  'pool.manage': ['manager', 'admin'],
  'style.manage': ['manager', 'admin'],

  'worker.manage': ['manager', 'admin'],
  'worker.enter': ['worker'],
  'worker.work': ['worker'],

  'submission.own': ['artist'],
  'submission.review': ['reviewer', 'manager', 'admin'],
  'submission.steer': ['manager', 'admin'],
  'submission.read_any': ['reviewer', 'manager', 'admin'],
  'appeal.own': ['artist'],
  'appeal.hear': STAFF,
  'work.own': ['artist'],
  'showcase.manage': ['manager', 'admin'],
  'work.take_down': ['reviewer', 'admin'],

  'feedback.own': ['artist'],
  'feedback.files': ['artist', 'manager', 'admin'],
  'feedback.triage': ['manager', 'admin'],
  'task.manage': ['manager', 'admin'],

  'earning.own': ['artist'],
  'earning.read': ['artist', 'finance', 'admin'],
  'earning.read_any': ['finance', 'admin'],
  'earning.correct': ['finance', 'admin'],
  'earning.grant': ['manager', 'admin'],

  'tax.own': ['artist'],
  'tax.manage': ['finance', 'admin'],

  'call.manage': ['manager', 'admin'],
  'call.apply': ['artist'],
  'call.review': ['reviewer', 'manager', 'admin'],
  'award.read': ['artist', 'manager', 'admin'],
  'event.manage': ['manager', 'admin'],
  'event.attend': ['artist'],

  'payout.own': ['artist'],
  'payout.account': ['artist'],
  'payout.draft': ['finance'],
  'payout.approve': ['finance', 'admin'],
  'payout.read': ['finance', 'manager', 'admin'],
  'payout.operate': ['finance', 'admin'],

  'archive.own': ['artist'],
  'report.finance': ['finance', 'manager', 'admin'],
  'period.close': ['finance', 'admin'],
  'notice.own': PEOPLE,
  'outbox.read': STAFF,
  'webhook.own': ['artist', 'manager', 'admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** What an API key can be limited to. A key never reaches anything outside of its scopes, whatever its owner may do. */
export const SCOPES = {
  'generations:write': ['generation.own', 'generation.read', 'quota.own', 'public.read', 'program.read'],
  'generations:read': ['generation.read', 'quota.own', 'public.read', 'program.read'],
} as const satisfies Record<string, readonly Permission[]>;

export type Scope = keyof typeof SCOPES;

/** A worker's key is good for signing in and nothing else; the token it gets for it, for working. */
export const WORKER_KEY_MAY = ['worker.enter'] as const satisfies readonly Permission[];
export const WORKER_TOKEN_MAY = ['worker.work'] as const satisfies readonly Permission[];

/**
 * What a session may do only within ten minutes of a proof of who sits there: a code, a passkey, or the password where
 * there is no second factor. One line here is all that a module needs. Keys are not asked: they reach none of it.
 */
export const STEP_UP: readonly Permission[] = [
  'payout.approve',
  'period.close',
  'payout.account',
  'earning.correct',
  'person.roles',
  'person.confirm_roles',
  'security.change',
  'incident.close',
  'pause.manage',
];

/** Whether one of the actor's roles holds the permission. */
export function may(actor: Pick<Actor, 'roles'>, permission: Permission): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission];
  return actor.roles.some((role) => roles.includes(role));
}
