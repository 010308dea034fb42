import {
  emailVerified,
  incidentClosed,
  keyExpiring,
  keyNetworkSeen,
  keyQuarantined,
  keyStopped,
  keyThrottled,
  linkIssued,
  personStopped,
  rolesChanged,
  SECURITY_CHANGES,
  securityChanged,
  staffAlerted,
  type EmailVerified,
  type IncidentClosed,
  type KeyQuarantined,
  type KeyStopped,
  type LinkIssued,
  type SecurityChanged,
} from '../../access/contract';
import {
  appealMoved,
  submissionMoved,
  workPublished,
  type AppealMoved,
  type SubmissionMoved,
} from '../../approval/contract';
import { earned } from '../../compensation/contract';
import {
  applicationMoved,
  enrollmentMoved,
  rulingMoved,
  secrecyLifted,
  termsAsked,
  type ApplicationMoved,
  type EnrollmentMoved,
  type RulingMoved,
} from '../../enrollment/contract';
import { feedbackMoved, type FeedbackMoved } from '../../feedback/contract';
import { generationMoved, workerHeld, type GenerationMoved } from '../../generation/contract';
import { payoutMoved, type PayoutMoved } from '../../payouts/contract';
import { goodwillGiven, toppedUp, type GoodwillGiven } from '../../quota/contract';
import { webhookDisabled } from '../contract';
import { TEMPLATES, templatesFor, WITH_OWN_CASES } from './templates';

const ids = { personId: 'per_a', programId: 'prg_a' };
const link = (kind: LinkIssued['kind']): LinkIssued => ({
  personId: 'per_a',
  proofId: 'prf_01jd00000000000000000000ab',
  kind,
  roles: ['reviewer'],
  by: 'per_m',
});
const verified = (by: EmailVerified['by']): EmailVerified => ({ personId: 'per_a', name: 'Ada', by });
const security = (what: SecurityChanged['what']): SecurityChanged => ({
  personId: 'per_a',
  what,
  detail: '9',
  by: 'per_a',
});
const roles = {
  personId: 'per_a',
  from: ['artist'],
  to: ['artist', 'reviewer'],
  reason: 'Joins the reviewers.',
  by: 'per_b',
  confirmedBy: null,
} as const;
const stopped = (isActive: boolean) => ({
  personId: 'per_a',
  isActive,
  reason: 'Left the team.',
  by: 'per_b',
});
const key = (by: string): KeyStopped => ({
  keyId: 'key_a',
  personId: 'per_a',
  name: 'studio',
  reason: 'Seen on a public page.',
  by,
});
const application = (to: ApplicationMoved['to']): ApplicationMoved => ({
  ...ids,
  applicationId: 'app_a',
  verb: '-',
  from: 'draft',
  to,
});
const enrollment = (from: EnrollmentMoved['from'], to: EnrollmentMoved['to']): EnrollmentMoved => ({
  ...ids,
  enrollmentId: 'enr_a',
  verb: '-',
  from,
  to,
});
const generation = (to: GenerationMoved['to']): GenerationMoved => ({
  ...ids,
  generationId: 'gen_a',
  enrollmentId: 'enr_a',
  verb: 'fail',
  from: 'processing',
  to,
});
const statement = {
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
const submission = (verb: SubmissionMoved['verb']): SubmissionMoved => ({
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
const appeal = (to: AppealMoved['to']): AppealMoved => ({
  ...ids,
  appealId: 'apl_a',
  submissionId: 'sub_a',
  verb: 'file',
  from: null,
  to,
  reasons: 'The sign is ours.',
});
const feedback = (verb: FeedbackMoved['verb'], to: FeedbackMoved['to']): FeedbackMoved => ({
  ...ids,
  feedbackId: 'fbk_a',
  ...({ payRef: 'fbk_a', isPrivate: false, origin: 'volunteered' } as const),
  type: 'issue',
  verb,
  from: 'new',
  to,
});
const payout = (to: PayoutMoved['to']): PayoutMoved => ({
  personId: 'per_a',
  payoutId: 'pay_a',
  batchId: 'pbt_a',
  verb: 'settle',
  from: 'in_transit',
  to,
  amount: '123456',
  currency: 'EUR',
});
const work = { ...ids, workId: 'wrk_a', submissionId: 'sub_a', generationId: 'gen_a', slug: 'harbour' };
const pay = { ...ids, earningId: 'ern_a', amount: '1500', currency: 'EUR', cause: 'feedback.issue' };

const given = { ...ids, enrollmentId: 'enr_a', credits: 30 };
const topUp = { ...given, topUpId: 'top_a', reason: 'A workshop' };
const goodwill = (cause: GoodwillGiven['cause']): GoodwillGiven => ({
  ...given,
  generationId: 'gen_a',
  cause,
});

const quarantined = (by: string): KeyQuarantined => ({
  ...key(by),
  incidentId: 'inc_a',
  cause: 'signals',
  since: '2026-11-26T00:00:00.000Z',
  by,
});
const closed = (verdict: IncidentClosed['verdict']): IncidentClosed => ({
  incidentId: 'inc_a',
  keyId: 'key_a',
  personId: 'per_a',
  verdict,
  reason: 'Looked at it.',
  by: 'per_m',
});
const named = { keyId: 'key_a', personId: 'per_a', name: 'studio' };
const asked = (isMaterial: boolean) => ({
  ...ids,
  enrollmentId: 'enr_a',
  version: 2,
  effectiveAt: '2027-03-01T00:00:00.000Z',
  isMaterial,
});
const lifted = { ...ids, enrollmentId: 'enr_a', clauseId: 'CO-1', title: 'What stays inside' };
const ruling = (to: RulingMoved['to'], outcome: RulingMoved['outcome']): RulingMoved => ({
  ...ids,
  rulingId: 'rul_a',
  verb: '-',
  from: 'asked',
  to,
  outcome,
  dueAt: '2027-03-03T10:00:00.000Z',
});

/** Event, what happened, what is told (`null`: nothing), whether by mail. */
type Case = readonly [event: { name: string }, payload: object, kind: string | null, isMailed?: boolean];

const disabled = { webhookId: 'whk_a', personId: 'per_a', host: 'example.org', status: 410, fault: null };

const CASES: readonly Case[] = [
  [linkIssued, link('verification'), 'person.verify', true],
  [linkIssued, link('reset'), 'person.reset', true],
  [linkIssued, link('invitation'), 'person.invited', true],
  [emailVerified, verified('verification'), 'person.welcomed', true],
  [emailVerified, verified('reset'), 'person.welcomed', true],
  [emailVerified, verified('invitation'), 'person.joined', true],
  [emailVerified, verified('oidc'), 'person.joined', true],
  ...SECURITY_CHANGES.map((what) => [securityChanged, security(what), `security.${what}`, true] as const),
  [rolesChanged, roles, 'person.roles_changed', true],
  [personStopped, stopped(false), 'person.closed', true],
  [personStopped, stopped(true), 'person.reopened', true],
  [toppedUp, topUp, 'quota.topped_up', false],
  [goodwillGiven, goodwill('eta_missed'), 'quota.goodwill_given', false],
  [goodwillGiven, goodwill('unusable'), null],
  [keyStopped, key('per_a'), 'key.revoked', false],
  [keyStopped, key('system'), 'key.retired', false],
  [keyStopped, key('per_manager'), 'key.stopped', true],
  [webhookDisabled, disabled, 'webhook.disabled', true],
  [keyQuarantined, quarantined('system'), 'key.quarantined', true],
  [keyQuarantined, quarantined('per_a'), 'key.reported', false],
  [keyThrottled, { ...named, reason: 'Looks far more often than it may' }, 'key.throttled', true],
  [keyExpiring, { ...named, days: 14, expiresAt: '2026-12-10T00:00:00.000Z' }, 'key.expiring', true],
  [keyNetworkSeen, { ...named, network: '203.0.113.0/24', agent: 'curl' }, 'key.new_network', true],
  [
    staffAlerted,
    { personId: 'per_m', incidentId: 'inc_a', cause: 'trap', reason: 'A bait' },
    'incident.opened',
    true,
  ],
  [incidentClosed, closed('confirmed'), 'incident.confirmed', true],
  [incidentClosed, closed('dismissed'), 'incident.dismissed', true],
  [applicationMoved, application('submitted'), 'application.submitted', true],
  [applicationMoved, application('in_review'), 'application.in_review', false],
  [applicationMoved, application('waitlisted'), 'application.waitlisted', true],
  [applicationMoved, application('invited'), 'application.invited', true],
  [applicationMoved, application('declined'), 'application.declined', true],
  [applicationMoved, application('expired'), 'application.expired', true],
  [applicationMoved, application('withdrawn'), null],
  [enrollmentMoved, enrollment(null, 'terms_pending'), null],
  [enrollmentMoved, enrollment('active', 'terms_pending'), 'enrollment.terms_changed', true],
  [enrollmentMoved, enrollment('terms_pending', 'active'), 'enrollment.joined', true],
  [enrollmentMoved, enrollment('active', 'paused'), null],
  [enrollmentMoved, enrollment('paused', 'active'), null],
  [enrollmentMoved, enrollment('active', 'suspended'), 'enrollment.suspended', true],
  [enrollmentMoved, enrollment('suspended', 'active'), 'enrollment.reinstated', true],
  [enrollmentMoved, enrollment('active', 'offboarding'), 'enrollment.leaving', true],
  [enrollmentMoved, enrollment('offboarding', 'alumni'), 'enrollment.left', false],
  [termsAsked, asked(true), 'terms.announced', true],
  [termsAsked, asked(false), 'terms.corrected', false],
  [secrecyLifted, lifted, 'secrecy.lifted', true],
  [rulingMoved, ruling('asked', null), 'question.asked', false],
  [rulingMoved, ruling('ruled', 'conditions'), 'question.ruled', true],
  [rulingMoved, ruling('ruled', 'no'), 'question.ruled', true],
  [rulingMoved, ruling('granted', 'yes'), 'question.granted', true],
  [rulingMoved, ruling('withdrawn', null), null],
  [generationMoved, generation('succeeded'), 'generation.succeeded', false],
  [generationMoved, generation('failed'), 'generation.failed', false],
  [generationMoved, generation('aborted'), 'generation.failed', false],
  [generationMoved, generation('refused'), 'generation.refused', false],
  [generationMoved, generation('expired'), 'generation.expired', false],
  [generationMoved, generation('canceled'), null],
  [generationMoved, generation('queued'), null],
  [workerHeld, { personId: 'per_m', workerId: 'wrk_a', name: 'box-1', losses: 3 }, 'worker.held', true],
  [submissionMoved, submission('submit'), 'submission.submitted', false],
  [submissionMoved, submission('resubmit'), 'submission.submitted', false],
  [submissionMoved, submission('claim'), null],
  [submissionMoved, submission('release'), null],
  [submissionMoved, submission('expireClaim'), null],
  [submissionMoved, submission('requestChanges'), 'submission.changes_requested', true],
  [submissionMoved, submission('approve'), 'submission.approved', true],
  [submissionMoved, submission('approveLate'), 'submission.approved', true],
  [submissionMoved, submission('decline'), 'submission.declined', true],
  [submissionMoved, submission('escalate'), 'submission.escalated', false],
  [submissionMoved, submission('escalateLate'), 'submission.escalated', false],
  [submissionMoved, submission('publish'), null],
  [submissionMoved, submission('takeDown'), 'submission.taken_down', true],
  [submissionMoved, submission('withdraw'), null],
  [appealMoved, appeal('filed'), 'appeal.filed', false],
  [appealMoved, appeal('in_review'), null],
  [appealMoved, appeal('upheld'), 'appeal.upheld', true],
  [appealMoved, appeal('overturned'), 'appeal.overturned', true],
  [workPublished, work, 'work.published', true],
  [feedbackMoved, feedback('file', 'new'), null],
  [feedbackMoved, feedback('triage', 'triaged'), null],
  [feedbackMoved, feedback('accept', 'accepted'), 'feedback.accepted', true],
  [feedbackMoved, feedback('acceptLate', 'accepted'), 'feedback.accepted', true],
  [feedbackMoved, feedback('decline', 'declined'), 'feedback.declined', true],
  [feedbackMoved, feedback('markDuplicate', 'duplicate'), 'feedback.duplicate', true],
  [feedbackMoved, feedback('askInfo', 'needs_info'), 'feedback.needs_info', true],
  [feedbackMoved, feedback('plan', 'planned'), 'feedback.planned', false],
  [feedbackMoved, feedback('begin', 'in_progress'), null],
  [feedbackMoved, feedback('ship', 'shipped'), 'feedback.shipped', true],
  [earned, pay, 'earning.earned', false],
  [payoutMoved, payout('approved'), null],
  [payoutMoved, payout('in_transit'), 'payout.in_transit', false],
  [payoutMoved, payout('paid'), 'payout.paid', true],
  [payoutMoved, payout('failed'), 'payout.failed', true],
  [payoutMoved, payout('returned'), 'payout.returned', true],
  [payoutMoved, payout('on_hold'), 'payout.on_hold', false],
];

describe('what people are told', () => {
  const cases = CASES.map(([{ name }, payload, kind, isMailed]) => {
    const { verb, from, to, by } = payload as Record<string, string | null | undefined>;
    return { name, what: [verb, from, to, by].filter(Boolean).join(' '), payload, kind, isMailed };
  });
  it.each(cases)('of $name ($what) is $kind', ({ name, payload, kind, isMailed }) => {
    const told = templatesFor(name, payload);
    expect(told.map((one) => [one.kind, one.isMailed])).toEqual(kind === null ? [] : [[kind, isMailed]]);
    for (const { words } of told) {
      expect(words.title).toMatch(/^\S.{5,100}\S$/);
      expect(words.text).toMatch(/^\S[^]{15,900}[.”!]$/);
      expect(words.link).toMatch(/^\/[\w/-]+$/);
      expect(JSON.stringify(words)).not.toMatch(/undefined|null|\[object|TODO| {2}/);
    }
  });

  it('is covered here to the last row of the table, others beside theirs, and each kind is one row', () => {
    const kinds = TEMPLATES.map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
    const here = TEMPLATES.filter((one) => !WITH_OWN_CASES.includes(one)).map(({ kind }) => kind);
    expect(new Set(CASES.map(([, , kind]) => kind).filter((kind) => kind !== null))).toEqual(new Set(here));
  });

  it('names rule, facts, remedy and the way to appeal when something is refused', () => {
    expect(templatesFor(submissionMoved.name, submission('decline'))[0]?.words.text).toBe(
      'The rule is SH-2 of the terms, version 3. What was found: “A registered logo is readable from second 2 to 4.” ' +
        'What would pass: “Blur the sign or trim the clip.” You can appeal until 2027-05-23; a person who had no part in this decides.',
    );
  });

  it('shows money as people write it', () => {
    const told = [...templatesFor(payoutMoved.name, payout('paid')), ...templatesFor(earned.name, pay)];
    expect(told.map(({ words }) => words.title)).toEqual([
      '1234.56 EUR were paid to you',
      'You earned 15.00 EUR',
    ]);
  });

  it('says so when nobody decided in time', () => {
    const [late] = templatesFor(submissionMoved.name, submission('approveLate'));
    expect(late?.words.text).toContain('Nobody decided in time');
  });
});
