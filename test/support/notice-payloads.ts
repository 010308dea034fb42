import type {
  EmailVerified,
  IncidentClosed,
  KeyQuarantined,
  KeyStopped,
  LinkIssued,
  SecurityChanged,
} from '../../src/modules/access/contract';
import type { AppealMessageSent, AppealMoved, SubmissionMoved } from '../../src/modules/approval/contract';
import type { ApplicationMoved, EnrollmentMoved, RulingMoved } from '../../src/modules/enrollment/contract';
import type { FeedbackMoved } from '../../src/modules/feedback/contract';
import type { ClipsGoing, GenerationMoved } from '../../src/modules/generation/contract';
import type { PayoutMoved } from '../../src/modules/payouts/contract';
import type { GoodwillGiven } from '../../src/modules/quota/contract';

// One payload per event that people are told of.

export const ids = { personId: 'per_a', programId: 'prg_a' };
export const going: ClipsGoing = {
  personId: 'per_a',
  count: 2,
  bytes: 4_000_000,
  firstAt: '2027-01-09T10:00:00.000Z',
  named: [{ id: 'gen_a', prompt: 'a quiet harbour', goesAt: '2027-01-09T10:00:00.000Z' }],
};
export const link = (kind: LinkIssued['kind']): LinkIssued => ({
  personId: 'per_a',
  proofId: 'prf_01jd00000000000000000000ab',
  kind,
  roles: ['reviewer'],
  by: 'per_m',
});
export const verified = (by: EmailVerified['by']): EmailVerified => ({ personId: 'per_a', name: 'Ada', by });
export const security = (what: SecurityChanged['what']): SecurityChanged => ({
  personId: 'per_a',
  what,
  detail: '9',
  by: 'per_a',
});
export const roles = {
  personId: 'per_a',
  from: ['artist'],
  to: ['artist', 'reviewer'],
  reason: 'Joins the reviewers.',
  by: 'per_b',
  confirmedBy: null,
} as const;
export const stopped = (isActive: boolean) => ({
  personId: 'per_a',
  isActive,
  reason: 'Left the team.',
  by: 'per_b',
});
export const key = (by: string): KeyStopped => ({
  keyId: 'key_a',
  personId: 'per_a',
  name: 'studio',
  reason: 'Seen on a public page.',
  by,
});
export const application = (to: ApplicationMoved['to']): ApplicationMoved => ({
  ...ids,
  applicationId: 'app_a',
  verb: '-',
  from: 'draft',
  to,
});
export const enrollment = (from: EnrollmentMoved['from'], to: EnrollmentMoved['to']): EnrollmentMoved => ({
  ...ids,
  enrollmentId: 'enr_a',
  verb: '-',
  from,
  to,
});
export const generation = (to: GenerationMoved['to']): GenerationMoved => ({
  ...ids,
  generationId: 'gen_a',
  enrollmentId: 'enr_a',
  verb: 'fail',
  from: 'processing',
  to,
});
export const statement = {
  ground: 'rights',
  clauseId: 'SH-2',
  termsVersion: 3,
  facts: 'A registered logo is readable from second 2 to 4.',
  timecodes: [],
  isAutomated: false,
  remedy: 'Blur the sign or trim the clip.',
  appealUntil: '2027-05-23T10:00:00.000Z',
  decidedByRole: 'reviewer',
} as const;
export const submission = (verb: SubmissionMoved['verb']): SubmissionMoved => ({
  ...ids,
  submissionId: 'sub_a',
  generationId: 'gen_a',
  verb,
  from: 'in_review',
  to: 'approved',
  title: 'Harbour',
  note: 'The cut at 0:04 jumps.',
  statement: verb === 'decline' || verb === 'takeDown' ? statement : null,
});
export const appeal = (to: AppealMoved['to']): AppealMoved => ({
  ...ids,
  appealId: 'apl_a',
  submissionId: 'sub_a',
  verb: 'file',
  from: null,
  to,
  reasons: 'The sign is ours.',
});
export const appealMessage = (isByArtist: boolean): AppealMessageSent => ({
  personId: ids.personId,
  appealId: 'apl_a',
  submissionId: 'sub_a',
  isByArtist,
});
export const feedback = (verb: FeedbackMoved['verb'], to: FeedbackMoved['to']): FeedbackMoved => ({
  ...ids,
  feedbackId: 'fbk_a',
  ...({ payRef: 'fbk_a', isPrivate: false, origin: 'volunteered' } as const),
  type: 'issue',
  verb,
  from: 'new',
  to,
});
export const payout = (to: PayoutMoved['to'], returnedBy?: PayoutMoved['returnedBy']): PayoutMoved => ({
  ...(returnedBy && { returnedBy }),
  personId: 'per_a',
  payoutId: 'pay_a',
  batchId: 'pbt_a',
  verb: 'settle',
  from: 'in_transit',
  to,
  amount: '123456',
  currency: 'EUR',
});
export const work = {
  ...ids,
  workId: 'wrk_a',
  submissionId: 'sub_a',
  generationId: 'gen_a',
  slug: 'harbour',
};
export const pay = { ...ids, earningId: 'ern_a', amount: '1500', currency: 'EUR', cause: 'feedback.issue' };

export const given = { ...ids, enrollmentId: 'enr_a', credits: 30 };
export const topUp = { ...given, topUpId: 'top_a', reason: 'A workshop' };
export const goodwill = (cause: GoodwillGiven['cause']): GoodwillGiven => ({
  ...given,
  generationId: 'gen_a',
  cause,
});

export const quarantined = (by: string): KeyQuarantined => ({
  ...key(by),
  incidentId: 'inc_a',
  cause: 'signals',
  since: '2026-11-26T00:00:00.000Z',
  by,
});
export const closed = (verdict: IncidentClosed['verdict']): IncidentClosed => ({
  incidentId: 'inc_a',
  keyId: 'key_a',
  personId: 'per_a',
  verdict,
  reason: 'Looked at it.',
  by: 'per_m',
});
export const named = { keyId: 'key_a', personId: 'per_a', name: 'studio' };
export const asked = (isMaterial: boolean) => ({
  ...ids,
  enrollmentId: 'enr_a',
  version: 2,
  effectiveAt: '2027-03-01T00:00:00.000Z',
  isMaterial,
});
export const expiring = { ...ids, enrollmentId: 'enr_a', days: 7, endsAt: '2027-01-01T00:00:00.000Z' };
export const lifted = { ...ids, enrollmentId: 'enr_a', clauseId: 'CO-1', title: 'What stays inside' };
export const ruling = (to: RulingMoved['to'], outcome: RulingMoved['outcome']): RulingMoved => ({
  ...ids,
  rulingId: 'rul_a',
  verb: '-',
  from: 'asked',
  to,
  outcome,
  dueAt: '2027-03-03T10:00:00.000Z',
});

/** Event, what happened, what is told (`null`: nothing), whether by mail. */
export const disabled = {
  webhookId: 'whk_a',
  personId: 'per_a',
  host: 'example.org',
  status: 410,
  fault: null,
};
export const leaked = (isCurrent: boolean) => ({
  personId: 'per_a',
  webhookId: 'whk_a',
  host: 'hooks.example',
  isCurrent,
  place: 'https://paste.example/1',
});
