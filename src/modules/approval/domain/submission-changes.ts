import type { Audience, Label } from './audience';
import { claimFor, NO_CLAIM, type ClaimColumns } from './claim';
import type { Rights } from './rights';
import { dueAt, resumedDueAt, riskOf, type Risk } from './risk';
import type { SubmissionVerb } from './submission.workflow';

/** What the artist says about the clip; may be changed until it is handed in, and again when changes are requested. */
export interface Offer {
  readonly title: string;
  readonly description: string;
  readonly rights: Partial<Rights>;
  readonly labels: readonly Label[];
  readonly audience: Audience;
  readonly embargoUntil: Date | null;
}

/** The columns beside `state` that moves write. */
export interface Changing extends Offer, ClaimColumns {
  readonly risk: Risk;
  readonly riskBecause: readonly string[];
  readonly submittedAt: Date | null;
  readonly dueAt: Date | null;
  readonly clockStoppedAt: Date | null;
  readonly escalatedBy: string | null;
  readonly escalatedAt: Date | null;
  readonly note: string | null;
  readonly decidedAt: Date | null;
}

export interface ChangeContext {
  readonly actorId: string;
  readonly now: Date;
  readonly note: string | null;
  readonly offer: Partial<Offer>;
}

/** Its class of risk, from what the artist declares. An unsaid part counts as none: it cannot be handed in anyway. */
export function assess(
  offer: Pick<Offer, 'labels' | 'rights' | 'audience'>,
): Pick<Changing, 'risk' | 'riskBecause'> {
  const { likenesses = 'none', thirdPartyMaterial = 'none' } = offer.rights;
  const { labels, audience } = offer;
  const { risk, because } = riskOf({ labels, audience, rights: { likenesses, thirdPartyMaterial } });
  return { risk, riskBecause: because };
}

type Change = (row: Changing, context: ChangeContext) => Partial<Changing>;

const handIn: Change = (row, { now, offer }) => {
  const assessed = assess({ ...row, ...offer });
  return { ...offer, ...assessed, submittedAt: now, dueAt: dueAt(assessed.risk, now) };
};

const handInAgain: Change = (row, { now, offer }) => ({
  ...offer,
  ...assess({ ...row, ...offer }),
  dueAt: resumedDueAt(row.dueAt ?? now, row.clockStoppedAt ?? now, now),
  clockStoppedAt: null,
  escalatedBy: null,
  escalatedAt: null,
  note: null,
});

const endClaim: Change = () => NO_CLAIM;
const close: Change = (_, { now }) => ({ ...NO_CLAIM, decidedAt: now });
const escalate: Change = (_, { actorId, now }) => ({ ...NO_CLAIM, escalatedBy: actorId, escalatedAt: now });
const waitForArtist: Change = (_, { now, note }) => ({ ...NO_CLAIM, clockStoppedAt: now, note });
const nothing: Change = () => ({});

/** What each verb writes beside the state. Pure; times are the database's. */
export const SUBMISSION_CHANGES: Readonly<Record<SubmissionVerb, Change>> = {
  submit: handIn,
  claim: (_, { actorId, now }) => claimFor(actorId, now),
  release: endClaim,
  expireClaim: endClaim,
  requestChanges: waitForArtist,
  approve: close,
  decline: close,
  escalate,
  approveLate: close,
  escalateLate: escalate,
  resubmit: handInAgain,
  withdraw: endClaim,
  publish: nothing,
  takeDown: nothing,
  reinstate: close,
  reopen: waitForArtist,
};
