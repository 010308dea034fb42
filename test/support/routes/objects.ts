import type { Operation } from './operations';
import { OPERATIONS, slotsOf } from './operations';
import type { World } from './world';

interface Slot {
  /** A real id of the world. */
  readonly id: (world: World) => string;
  /**
   * `stranger`: belongs to another artist; whoever may use the route but neither owns it nor is staff for it gets 404.
   * `shared`: everybody who may use the route may name it (programmes, calls, public works, months).
   * `staff`: no artist's; only staff routes take it.
   */
  readonly of: 'stranger' | 'shared' | 'staff';
}

/**
 * What each path parameter of the API is the id of: the segment before it and its name. A test fails until a new one
 * has its line, and `world.ts` an object of the stranger for it.
 */
export const SLOTS: Readonly<Record<string, Slot>> = {
  'sessions/{id}': { of: 'stranger', id: (world) => world.session },
  'keys/{id}': { of: 'stranger', id: (world) => world.key },
  'incidents/{id}': { of: 'staff', id: () => 'inc_none' },
  'signals/{name}': { of: 'staff', id: () => 'restless' },
  'pauses/{id}': { of: 'staff', id: () => 'pau_none' },
  'passkeys/{id}': { of: 'stranger', id: (world) => world.passkey },
  'role-changes/{id}': { of: 'staff', id: (world) => world.roleChange },
  'people/{id}': { of: 'stranger', id: (world) => world.person },
  'programs/{id}': { of: 'shared', id: (world) => world.program },
  'terms/{version}': { of: 'shared', id: () => '1' },
  'files/{fileId}': { of: 'shared', id: () => 'fil_none' }, // whoever may see the application or review before it
  'application-reviews/{id}': { of: 'staff', id: () => 'rev_none' }, // whoever was asked to score, nobody else
  'program-invitations/{id}': { of: 'stranger', id: (world) => world.invitation },
  'draw/{step}': { of: 'shared', id: () => 'commit' },
  'applications/{id}': { of: 'stranger', id: (world) => world.application },
  'enrollments/{id}': { of: 'stranger', id: (world) => world.enrollment },
  'suspensions/{id}': { of: 'staff', id: () => 'sus_none' },
  'quota/{enrollmentId}': { of: 'stranger', id: (world) => world.enrollment },
  'generations/{id}': { of: 'stranger', id: (world) => world.generation },
  'videos/{id}': { of: 'stranger', id: (world) => world.generation },
  'models/{id}': { of: 'shared', id: () => 'no-such-model' }, // one list for everybody
  'submissions/{id}': { of: 'stranger', id: (world) => world.submission },
  'review-batches/{id}': { of: 'staff', id: () => 'rbt_none' }, // only whoever gave it
  'second-opinions/{id}': { of: 'staff', id: () => 'opn_none' }, // only whoever holds or gave it
  'conflicts/{conflictId}': { of: 'staff', id: () => 'cfl_none' }, // only whoever declared it
  'notes/{noteId}': { of: 'staff', id: () => 'not_none' }, // only whoever wrote it, while they hold the submission
  'reasons/{id}': { of: 'stranger', id: (world) => world.reasons },
  'hearings/{id}': { of: 'stranger', id: (world) => world.hearing },
  'second-looks/{id}': { of: 'staff', id: () => 'look_none' },
  'appeals/{id}': { of: 'stranger', id: (world) => world.appeal },
  'works/{slug}': { of: 'shared', id: (world) => world.slug },
  'pictures/{name}': { of: 'shared', id: () => '640' },
  'embed/{slug}': { of: 'shared', id: (world) => world.slug },
  'own-works/{id}': { of: 'stranger', id: (world) => world.work },
  'press-links/{id}': { of: 'stranger', id: (world) => world.pressLink },
  'consents/{use}': { of: 'shared', id: () => 'press' },
  'showcase-rounds/{id}': { of: 'shared', id: () => 'shr_none' }, // public by design
  'steps/{step}': { of: 'shared', id: () => 'close' },
  'press/{token}': { of: 'shared', id: () => 'prl_none.signed' }, // the address itself is the permission
  'works/{id}': { of: 'stranger', id: (world) => world.work },
  'feedback-files/{id}': { of: 'stranger', id: (world) => world.feedbackFile },
  'feedback-voids/{id}': { of: 'staff', id: () => 'vod_none' },
  'feedback/{id}': { of: 'stranger', id: (world) => world.feedback },
  'tasks/{id}': { of: 'shared', id: (world) => world.task },
  'task-seats/{id}': { of: 'stranger', id: (world) => world.taskSeat },
  'calls/{id}': { of: 'shared', id: (world) => world.call },
  'draws/{id}': { of: 'shared', id: () => 'drw_none' }, // public by design, made by sampling and ties only
  'call-applications/{id}': { of: 'stranger', id: (world) => world.callApplication },
  'call-questions/{id}': { of: 'staff', id: (world) => world.callQuestion },
  'providers/{key}': { of: 'staff', id: () => 'procedural' },
  'vendor-hooks/{key}': { of: 'shared', id: () => 'fal' }, // a wake-up from outside, without effect unless it is signed
  'styles/{id}': { of: 'staff', id: () => 'sty_none' }, // artists read the published list only
  'references/{id}': { of: 'stranger', id: (world) => world.reference },
  'panel/{personId}': { of: 'staff', id: (world) => world.atelier.people.reviewer.id },
  'grant-panels/{callId}': { of: 'staff', id: (world) => world.call },
  'declarations/{id}': { of: 'staff', id: () => 'dcl_none' },
  'grant-reviews/{id}': { of: 'staff', id: (world) => world.grantReview },
  'awards/{id}': { of: 'stranger', id: (world) => world.award },
  'amendments/{id}': { of: 'stranger', id: (world) => world.amendment },
  'milestones/{id}': { of: 'stranger', id: (world) => world.milestone },
  'events/{id}': { of: 'shared', id: (world) => world.event },
  'seats/{id}': { of: 'stranger', id: (world) => world.seat },
  'expenses/{id}': { of: 'stranger', id: (world) => world.expense },
  'worker-keys/{id}': { of: 'staff', id: () => 'key_none' },
  'workers/{id}': { of: 'staff', id: () => 'wrk_none' },
  'jobs/{id}': { of: 'staff', id: (world) => world.generation }, // only whoever holds its lease
  '{version}/{format}': { of: 'shared', id: () => 'md' },
  'drafts/{kind}': { of: 'staff', id: () => 'terms' },
  'cohorts/{cohortId}': { of: 'staff', id: (world) => world.cohort },
  'rulings/{id}': { of: 'shared', id: () => 'rul_none' }, // public by design, without names
  'questions/{id}': { of: 'stranger', id: (world) => world.question },
  'earnings/{id}': { of: 'stranger', id: (world) => world.earning },
  'corrections/{id}': { of: 'staff', id: () => 'cor_none' },
  'forms/{id}': { of: 'staff', id: () => 'txf_none' },
  'rate-cards/{version}': { of: 'shared', id: () => '1' },
  'payout-batches/{id}': { of: 'staff', id: (world) => world.payoutBatch },
  'bank-files/{id}': { of: 'staff', id: () => 'bfl_none' },
  'bank-orders/{payoutId}': { of: 'staff', id: () => 'pay_none' },
  'recipients/{rail}': { of: 'shared', id: () => 'sandbox' },
  'payees/{personId}': { of: 'staff', id: (world) => world.person },
  'payout-reversals/{id}': { of: 'staff', id: () => 'rev_none' },
  'payouts/{id}': { of: 'stranger', id: (world) => world.payout },
  'statements/{month}': { of: 'shared', id: (world) => world.month },
  'statements/{personId}': { of: 'stranger', id: (world) => world.person },
  '{personId}/{month}': { of: 'shared', id: (world) => world.month },
  'readings/{key}': { of: 'shared', id: () => 'payouts' },
  'exports/{id}': { of: 'staff', id: () => 'exp_none' },
  'archives/{id}': { of: 'stranger', id: (world) => world.archive },
  'saved-filters/{id}': { of: 'staff', id: () => 'flt_none' }, // one's own, and what is shared with the desk
  'periods/{month}': { of: 'shared', id: (world) => world.month },
  'findings/{id}': { of: 'staff', id: () => 'fnd_none' },
  'stripe/{source}': { of: 'shared', id: () => 'connect' }, // refused unless it is signed
  'webhooks/{id}': { of: 'stranger', id: (world) => world.webhook },
  'deliveries/{deliveryId}': { of: 'stranger', id: (world) => world.webhookDelivery },
  'audit/{id}': { of: 'staff', id: () => '1' },
  'notices/{id}': { of: 'stranger', id: (world) => world.notice },
};

/**
 * Operations whose answer about a stranger's object is not 404, with the reason. Anything here is a decision: the
 * answer must still hold nothing of the stranger's.
 */
export const NOT_404: Readonly<Record<string, { readonly status: number; readonly because: string }>> = {};

/** Whether the operation takes the id of something that belongs to one artist. */
export function takesStrangers(operation: Operation): boolean {
  return slotsOf(operation).some(({ slot }) => SLOTS[slot]?.of === 'stranger');
}

/** Words of a `{verb}` parameter, without those that have a route of their own. */
export function verbsOf(operation: Operation): readonly string[] {
  const parameter = operation.parameters.find(({ name }) => name === 'verb');
  if (parameter === undefined) return [''];
  const own = new Set(OPERATIONS.filter(({ method }) => method === operation.method).map((one) => one.path));
  const words = (parameter.schema.enum ?? []) as string[];
  return words.filter((word) => !own.has(operation.path.replace('{verb}', word)));
}

/** The address with every parameter filled in; with `other`, as it is, in the place of all. */
export function addressOf(operation: Operation, world: World, verb: string, other?: string): string {
  return slotsOf(operation).reduce((address, { slot, name }) => {
    if (other !== undefined) return address.replace(`{${name}}`, other);
    const id = name === 'verb' ? verb : (SLOTS[slot]?.id(world) ?? 'unknown');
    return address.replace(`{${name}}`, encodeURIComponent(id));
  }, operation.path);
}
