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
  signUpRepeated,
  staffAlerted,
  workerKeyExposed,
} from '../../access/contract';
import {
  appealMessageSent,
  appealMoved,
  submissionAssigned,
  submissionMoved,
  workPublished,
} from '../../approval/contract';
import { earned } from '../../compensation/contract';
import {
  applicationMoved,
  enrollmentMoved,
  rulingMoved,
  accessExpiring,
  secrecyLifted,
  termsAsked,
} from '../../enrollment/contract';
import { feedbackMoved } from '../../feedback/contract';
import { clipsGoing, filesBad, generationMoved, workerHeld } from '../../generation/contract';
import { payoutMoved } from '../../payouts/contract';
import { goodwillGiven, toppedUp } from '../../quota/contract';
import { webhookDisabled, webhookSecretLeaked } from '../contract';
import { TEMPLATES, templatesFor, WITH_OWN_CASES } from './templates';
import {
  link,
  verified,
  security,
  roles,
  stopped,
  key,
  application,
  enrollment,
  generation,
  going,
  submission,
  appeal,
  appealMessage,
  feedback,
  payout,
  work,
  pay,
  topUp,
  goodwill,
  quarantined,
  closed,
  named,
  asked,
  expiring,
  lifted,
  ruling,
  disabled,
  leaked,
} from '../../../../test/support/notice-payloads';

type Case = readonly [event: { name: string }, payload: object, kind: string | null, isMailed?: boolean];

const CASES: readonly Case[] = [
  [linkIssued, link('verification'), 'person.verify', true],
  [linkIssued, link('reset'), 'person.reset', true],
  [linkIssued, link('invitation'), 'person.invited', true],
  [signUpRepeated, { personId: 'per_a', network: '203.0.113.7' }, 'person.sign_up_tried', true],
  [webhookSecretLeaked, leaked(true), 'webhook.secret_leaked', true],
  [webhookSecretLeaked, leaked(false), 'webhook.old_secret_leaked', true],
  [
    workerKeyExposed,
    { personId: 'per_a', keyId: 'wky_a', name: 'box', pool: 'gpu', place: '' },
    'worker.key_leaked',
    true,
  ],
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
  [applicationMoved, application('declined'), null],
  [applicationMoved, application('expired'), 'application.expired', true],
  [applicationMoved, application('withdrawn'), null],
  [enrollmentMoved, enrollment(null, 'terms_pending'), null],
  [enrollmentMoved, enrollment('active', 'terms_pending'), 'enrollment.terms_changed', true],
  [enrollmentMoved, enrollment('terms_pending', 'active'), 'enrollment.joined', true],
  [enrollmentMoved, enrollment('active', 'paused'), null],
  [enrollmentMoved, enrollment('paused', 'active'), null],
  [enrollmentMoved, enrollment('active', 'suspended'), null],
  [enrollmentMoved, enrollment('suspended', 'active'), 'enrollment.reinstated', true],
  [enrollmentMoved, enrollment('active', 'offboarding'), 'enrollment.leaving', true],
  [enrollmentMoved, enrollment('offboarding', 'alumni'), 'enrollment.left', false],
  [termsAsked, asked(true), 'terms.announced', true],
  [termsAsked, asked(false), 'terms.corrected', false],
  [accessExpiring, expiring, 'access.expiring', true],
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
  [filesBad, { personId: 'per_m', bad: 2, checked: 20 }, 'files.bad', true],
  [clipsGoing, going, 'clips.going', true],
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
  [
    submissionAssigned,
    { personId: 'per_r', submissionId: 'sub_a', title: 'Harbour' },
    'submission.assigned',
    true,
  ],
  [appealMoved, appeal('filed'), 'appeal.filed', false],
  [appealMoved, appeal('in_review'), null],
  [appealMoved, appeal('upheld'), 'appeal.upheld', true],
  [appealMoved, appeal('overturned'), 'appeal.overturned', true],
  [appealMessageSent, appealMessage(true), 'appeal.message', true],
  [appealMessageSent, appealMessage(false), 'appeal.message', true],
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
  it.each([
    ['bank', /Your bank sent it back/],
    ['person', /Two people of the programme took it back/],
    ['stripe', /Stripe sent it back/],
    [undefined, /Your bank sent it back/],
  ] as const)('names who sent a payout back: %s', (returnedBy, says) => {
    const [told] = templatesFor(payoutMoved.name, payout('returned', returnedBy));
    expect(told?.words.text).toMatch(says);
  });

  it.each(cases)('of $name ($what) is $kind', ({ name, payload, kind, isMailed }) => {
    const told = templatesFor(name, payload);
    expect(told.map((one) => [one.kind, one.isMailed])).toEqual(kind === null ? [] : [[kind, isMailed]]);
    for (const { words } of told) {
      expect(words.title).toMatch(/^\S.{5,100}\S$/);
      expect(words.text).toMatch(/^\S[^]{15,900}[.”!]$/);
      expect(words.link).toMatch(/^\/[\w/-]+(\?[\w=&-]+)?$/);
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
