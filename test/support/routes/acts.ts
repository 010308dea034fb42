/** The act that an operation leaves in the audit log, as a pattern; or why it leaves none. */
export type Trace = { readonly act: RegExp } | { readonly because: string };

const act = (pattern: string): Trace => ({ act: new RegExp(`^${pattern}$`) });
const none = (because: string): Trace => ({ because });

const OWN_SESSION = 'ends only what is one’s own; the session rows keep when';
const OWN_MARK = 'a mark for oneself that nobody else sees';
const CLIP =
  'the clip, its charge in the ledger and its history with the actor are the record; a second one would double the hot path';

/** Every operation that is no GET. A test fails until a new one has its line. */
export const TRACES: Readonly<Record<string, Trace>> = {
  signIn: act('access\\.sign_in'),
  signOut: none(OWN_SESSION),
  signOutOthers: none(OWN_SESSION),
  endSession: none(OWN_SESSION),
  signUp: act('access\\.create_person'),
  createStaff: act('access\\.create_person'),
  createKey: act('access\\.create_key'),
  rotateKey: act('access\\.create_key'),
  revokeKey: act('access\\.stop_key'),
  stopKey: act('access\\.stop_key'),

  createProgram: act('program\\.create'),
  publishTerms: act('program\\.publish_terms'),
  publishRateCard: act('program\\.publish_rate_card'),
  publishQuotaPlan: act('program\\.publish_quota_plan'),
  publishMarkPolicy: act('program\\.publish_mark_policy'),
  fundProgram: act('program\\.fund'),
  moveProgram: act('program\\.\\w+'),

  applyToProgram: act('application\\.\\w+'),
  moveApplication: act('application\\.\\w+'),
  consentToTerms: act('enrollment\\.\\w+'),
  moveEnrollment: act('enrollment\\.\\w+'),
  topUpQuota: act('quota\\.top_up'),

  quoteGeneration: none('changes nothing'),
  submitGeneration: none(CLIP),
  promoteDraft: none(CLIP),
  cancelGeneration: none(CLIP),
  markKeeper: none('one’s own mark on one’s own clip, taken back at will'),
  markUnusable: act('generation\\.mark_unusable'),

  createSubmission: act('approval\\.\\w+'),
  submitSubmission: act('approval\\.\\w+'),
  resubmitSubmission: act('approval\\.\\w+'),
  withdrawSubmission: act('approval\\.\\w+'),
  takeDownSubmission: act('approval\\.\\w+'),
  moveSubmission: act('approval\\.\\w+'),
  fileAppeal: act('approval\\.appeal_file'),
  moveAppeal: act('approval\\.appeal_\\w+'),
  unlistWork: act('approval\\.unlist'),
  relistWork: act('approval\\.relist'),

  fileFeedback: act('feedback\\.file'),
  answerFeedbackInfo: act('feedback\\.\\w+'),
  moveFeedback: act('feedback\\.\\w+'),

  createCall: act('call\\.create'),
  moveCall: act('call\\.\\w+'),
  applyToCall: act('call\\.apply'),
  moveCallApplication: act('call\\.\\w+'),

  draftPayoutBatch: act('payouts\\.\\w+'),
  actOnPayoutBatch: act('payouts\\.\\w+'),
  actOnPayout: act('payouts\\.\\w+'),
  actOnSandboxTransfer: none('plays the bank of the sandbox; what it causes is noted as payouts.*'),

  readNotice: none(OWN_MARK),
  readAllNotices: none(OWN_MARK),
  createWebhook: act('webhook\\.create'),
  changeWebhook: act('webhook\\.change'),
  removeWebhook: act('webhook\\.remove'),
  rotateWebhook: act('webhook\\.rotate'),
  testWebhook: act('webhook\\.test'),
  resendWebhookDelivery: act('webhook\\.resend'),
  moveWebhook: act('webhook\\.\\w+'),
};
