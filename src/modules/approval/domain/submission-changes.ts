import { SECOND } from '../../../kernel/clock';
import type { Audience, Label } from './audience';
import { NO_ASSIGNMENT, type AssignmentColumns } from './assignment';
import { claimFor, NO_CLAIM, type ClaimColumns } from './claim';
import type { Rights } from './rights';
import { dueAt, resumedDueAt, riskOf, type EscalationRole, type Risk } from './risk';
import { BUILT_IN, type SharingPolicy } from './sharing-policy';
import type { Proposal } from './statement-proposal';
import type { SubmissionVerb } from './submission.workflow';

/** What the artist says about the clip; may be changed until it is handed in, and again when changes are requested. */
export interface Offer {
  readonly title: string;
  readonly description: string;
  readonly rights: Partial<Rights>;
  readonly labels: readonly Label[];
  readonly audience: Audience;
  readonly embargoUntil: Date | null;
  /** When the artist would like it out: shown to reviewers, promised to nobody. */
  readonly wishedAt: Date | null;
  /** Names to be credited beside the artist's. */
  readonly coAuthors: readonly string[];
  /** Those of them who have an account: they never decide about it. */
  readonly coAuthorIds: readonly string[];
}

/** The columns beside `state` that moves write. */
export interface Changing extends Offer, ClaimColumns, AssignmentColumns {
  readonly risk: Risk;
  readonly riskBecause: readonly string[];
  readonly submittedAt: Date | null;
  readonly dueAt: Date | null;
  readonly clockStoppedAt: Date | null;
  readonly escalatedBy: string | null;
  readonly escalatedAt: Date | null;
  readonly note: string | null;
  readonly decidedAt: Date | null;
  readonly policyVersion: number;
  readonly peopleForNo: number;
  readonly firstClaimedAt: Date | null;
  readonly firstDecidedAt: Date | null;
  /** Since when it is late. Stays for ever: a late decision is a late decision. */
  readonly lateAt: Date | null;
  /** How long it waited for its artist, all pauses together. */
  readonly pausedSeconds: number;
  readonly escalatedTo: EscalationRole | null;
  readonly proposal: Proposal | null;
}

export interface ChangeContext {
  readonly actorId: string;
  readonly now: Date;
  /** When the verdict was given, if it waited before it left. */
  readonly givenAt?: Date;
  readonly note: string | null;
  readonly offer: Partial<Offer>;
  /** The policy by which it is handed in; the built-in one when absent. */
  readonly policy?: SharingPolicy;
  readonly proposal?: Proposal | null;
  /** The policy's role for escalations of its class. */
  readonly escalatesTo?: EscalationRole;
}

/** Its class of risk, from what the artist declares. An unsaid part counts as none: it cannot be handed in anyway. */
export function assess(
  offer: Pick<Offer, 'labels' | 'rights' | 'audience'>,
  policy: SharingPolicy = BUILT_IN,
): Pick<Changing, 'risk' | 'riskBecause'> {
  const { likenesses = 'none', thirdPartyMaterial = 'none' } = offer.rights;
  const { labels, audience } = offer;
  const said = { labels, audience, rights: { likenesses, thirdPartyMaterial } };
  const { risk, because } = riskOf(said, policy.table);
  return { risk, riskBecause: because };
}

type Change = (row: Changing, context: ChangeContext) => Partial<Changing>;

const assessAgain = (row: Changing, { offer, policy = BUILT_IN }: ChangeContext): Partial<Changing> => {
  const assessed = assess({ ...row, ...offer }, policy);
  const { peopleForNo } = policy.classes[assessed.risk];
  return { ...assessed, policyVersion: policy.version, peopleForNo };
};

const handIn: Change = (row, context) => {
  const assessed = assessAgain(row, context);
  const { now, offer, policy = BUILT_IN } = context;
  return {
    ...offer,
    ...assessed,
    submittedAt: now,
    dueAt: dueAt(assessed.risk ?? row.risk, now, policy.classes),
  };
};

const pauseOf = ({ clockStoppedAt }: Changing, now: Date): number =>
  clockStoppedAt === null ? 0 : Math.round((now.getTime() - clockStoppedAt.getTime()) / SECOND);

/** Whom the artist names as a co-author meanwhile does not review it. */
const stillAssigned = ({ assignedTo }: Changing, { offer }: ChangeContext): Partial<Changing> =>
  assignedTo !== null && offer.coAuthorIds?.includes(assignedTo) === true ? NO_ASSIGNMENT : {};

const handInAgain: Change = (row, context) => ({
  ...stillAssigned(row, context),
  ...context.offer,
  ...assessAgain(row, context),
  dueAt: resumedDueAt(row.dueAt ?? context.now, row.clockStoppedAt ?? context.now, context.now),
  pausedSeconds: row.pausedSeconds + pauseOf(row, context.now),
  clockStoppedAt: null,
  escalatedBy: null,
  escalatedAt: null,
  escalatedTo: null,
  proposal: null,
  note: null,
});

/** Late is late, also when the decision comes after all. */
const lateness = (
  { lateAt, dueAt: due }: Changing,
  { now, givenAt = now }: ChangeContext,
): Partial<Changing> => (lateAt === null && due !== null && due <= givenAt ? { lateAt: due } : {});

const endClaim: Change = () => NO_CLAIM;
const close: Change = (row, context) => ({
  ...NO_CLAIM,
  ...NO_ASSIGNMENT,
  ...lateness(row, context),
  decidedAt: context.now,
  ...(row.firstDecidedAt === null ? { firstDecidedAt: context.now } : {}),
});
const restore: Change = (_, { now }) => ({ ...NO_CLAIM, decidedAt: now });
const escalate: Change = (row, context) => ({
  ...NO_CLAIM,
  ...NO_ASSIGNMENT,
  ...lateness(row, context),
  escalatedBy: context.actorId,
  escalatedAt: context.now,
  escalatedTo: context.escalatesTo ?? 'reviewer',
  proposal: context.proposal ?? null,
});
const waitForArtist: Change = (row, context) => ({
  ...NO_CLAIM,
  ...lateness(row, context),
  clockStoppedAt: context.now,
  note: context.note,
});
const waitAgain: Change = (_, { now, note }) => ({ ...NO_CLAIM, clockStoppedAt: now, note });
const nothing: Change = () => ({});

/** What each verb writes beside the state. Pure; times are the database's. */
export const SUBMISSION_CHANGES: Readonly<Record<SubmissionVerb, Change>> = {
  submit: handIn,
  claim: (row, { actorId, now }) => ({
    ...claimFor(actorId, now),
    ...(row.firstClaimedAt === null ? { firstClaimedAt: now } : {}),
  }),
  release: endClaim,
  expireClaim: endClaim,
  requestChanges: waitForArtist,
  approve: close,
  decline: close,
  escalate,
  approveLate: close,
  escalateLate: escalate,
  resubmit: handInAgain,
  withdraw: () => ({ ...NO_CLAIM, ...NO_ASSIGNMENT }),
  publish: nothing,
  takeDown: nothing,
  reinstate: restore,
  reopen: waitAgain,
};
