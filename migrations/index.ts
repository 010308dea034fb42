import { Platform1764000000001 } from './1764000000001-platform';
import { Access1764000000002 } from './1764000000002-access';
import { Audit1764000000003 } from './1764000000003-audit';
import { Ledger1764000000004 } from './1764000000004-ledger';
import { Program1764000000005 } from './1764000000005-program';
import { Enrollment1764000000006 } from './1764000000006-enrollment';
import { Quota1764000000007 } from './1764000000007-quota';
import { Generation1764000000008 } from './1764000000008-generation';
import { Approval1764000000009 } from './1764000000009-approval';
import { Feedback1764000000010 } from './1764000000010-feedback';
import { Compensation1764000000011 } from './1764000000011-compensation';
import { Grants1764000000012 } from './1764000000012-grants';
import { Payouts1764000000013 } from './1764000000013-payouts';
import { Reports1764000000014 } from './1764000000014-reports';
import { Notice1764000000015 } from './1764000000015-notice';
import { Submit1764000000016 } from './1764000000016-submit';
import { Windows1764000000017 } from './1764000000017-windows';
import { Waiting1764000000018 } from './1764000000018-waiting';
import { Draw1764000000019 } from './1764000000019-draw';
import { GroupSubmit1764000000020 } from './1764000000020-group-submit';
import { Changes1764000000021 } from './1764000000021-changes';
import { People1764000000030 } from './1764000000030-people';
import { ClosedAccounts1764000000031 } from './1764000000031-closed-accounts';
import { Containment1764000000040 } from './1764000000040-containment';
import { KeyCaps1764000000041 } from './1764000000041-key-caps';
import { Pauses1764000000042 } from './1764000000042-pauses';
import { Webhooks1764000000050 } from './1764000000050-webhooks';
import { AuditCheckpoints1764000000051 } from './1764000000051-audit-checkpoints';
import { RateWindows1764000000052 } from './1764000000052-rate-windows';
import { OwnWork1764000000053 } from './1764000000053-own-work';
import { Providers1764000000060 } from './1764000000060-providers';
import { Styles1764000000061 } from './1764000000061-styles';
import { Workers1764000000070 } from './1764000000070-workers';
import { Storage1764000000071 } from './1764000000071-storage';
import { Provenance1764000000080 } from './1764000000080-provenance';
import { Discards1764000000081 } from './1764000000081-discards';
import { ProgrammePlan1764000000090 } from './1764000000090-programme-plan';
import { Rulings1764000000091 } from './1764000000091-rulings';
import { Applications1764000000092 } from './1764000000092-applications';
import { Leaving1764000000093 } from './1764000000093-leaving';
import { Staying1764000000094 } from './1764000000094-staying';
import { Redress1764000000100 } from './1764000000100-redress';
import { Suspensions1764000000101 } from './1764000000101-suspensions';
import { CompleteReasons1764000000102 } from './1764000000102-complete-reasons';
import { Review1764000000110 } from './1764000000110-review';
import { Gallery1764000000120 } from './1764000000120-gallery';
import { Showcase1764000000121 } from './1764000000121-showcase';
import { FeedbackTasks1764000000130 } from './1764000000130-feedback-tasks';
import { FeedbackIntake1764000000131 } from './1764000000131-feedback-intake';
import { TaskForms1764000000132 } from './1764000000132-task-forms';
import { FeedbackWeeks1764000000135 } from './1764000000135-feedback-weeks';
import { Pay1764000000140 } from './1764000000140-pay';
import { Tax1764000000141 } from './1764000000141-tax';
import { PayNumbers1764000000142 } from './1764000000142-pay-numbers';
import { Contest1764000000143 } from './1764000000143-contest';
import { PayoutRails1764000000150 } from './1764000000150-payout-rails';
import { PayoutChanges1764000000151 } from './1764000000151-payout-changes';
import { BankFiles1764000000152 } from './1764000000152-bank-files';
import { PayoutNews1764000000155 } from './1764000000155-payout-news';
import { Reconciliation1764000000156 } from './1764000000156-reconciliation';
import { GrantsRounds1764000000170 } from './1764000000170-grants-rounds';
import { DeclaredConflicts1764000000171 } from './1764000000171-declared-conflicts';
import { Readings1764000000180 } from './1764000000180-readings';
import { Exports1764000000181 } from './1764000000181-exports';
import { Unexplained1764000000185 } from './1764000000185-unexplained';
import { SubmitRows1764000000190 } from './1764000000190-submit-rows';
import { Delivering1764000000200 } from './1764000000200-delivering';
import { WorkerCredentials1764000000201 } from './1764000000201-worker-credentials';
import { BlockedPayees1764000000210 } from './1764000000210-blocked-payees';
import { FinanceReadings1764000000211 } from './1764000000211-finance-readings';
import { FeedbackReasons1764000000220 } from './1764000000220-feedback-reasons';
import { OneAppeal1764000000221 } from './1764000000221-one-appeal';
import { SecondOpinions1764000000230 } from './1764000000230-second-opinions';
import { AppealMessages1764000000231 } from './1764000000231-appeal-messages';
import { Rehearings1764000000232 } from './1764000000232-rehearings';
import { GalleryCards1764000000233 } from './1764000000233-gallery-cards';
import { Archives1764000000240 } from './1764000000240-archives';
import { SuspensionScopes1764000000241 } from './1764000000241-suspension-scopes';
import { Networks1764000000250 } from './1764000000250-networks';
import { Tries1764000000251 } from './1764000000251-tries';
import { WebhookPrints1764000000252 } from './1764000000252-webhook-prints';
import { TopUps1764000000253 } from './1764000000253-top-ups';
import { WithheldResults1764000000254 } from './1764000000254-withheld-results';
import { ProgrammeCaps1764000000310 } from './1764000000310-programme-caps';
import { ReturnedClips1764000000311 } from './1764000000311-returned-clips';
import { Bin1764000000320 } from './1764000000320-bin';
import { PausedTasks1764000000330 } from './1764000000330-paused-tasks';
import { ExpenseReasons1764000000340 } from './1764000000340-expense-reasons';
import { NotesOnThePicture1764000000341 } from './1764000000341-notes-on-the-picture';
import { WithdrawnAppeals1764000000342 } from './1764000000342-withdrawn-appeals';
import { ReasonsForAll1764000000343 } from './1764000000343-reasons-for-all';
import { EarningStead1764000000350 } from './1764000000350-earning-stead';
import { WebhookKinds1764000000351 } from './1764000000351-webhook-kinds';
import { KnownVoids1764000000352 } from './1764000000352-known-voids';
import { SetDrafts1764000000360 } from './1764000000360-set-drafts';
import { RegisterColumns1764000000361 } from './1764000000361-register-columns';
import { SkippedMessages1764000000400 } from './1764000000400-skipped-messages';
import { Holds1764000000410 } from './1764000000410-holds';
import { Assignments1764000000411 } from './1764000000411-assignments';

/** Every migration, oldest first. An explicit list: it works the same in Jest, in dist and in the container. */
export const migrations = [
  Platform1764000000001,
  Access1764000000002,
  Audit1764000000003,
  Ledger1764000000004,
  Program1764000000005,
  Enrollment1764000000006,
  Quota1764000000007,
  Generation1764000000008,
  Approval1764000000009,
  Feedback1764000000010,
  Compensation1764000000011,
  Grants1764000000012,
  Payouts1764000000013,
  Reports1764000000014,
  Notice1764000000015,
  Submit1764000000016,
  Windows1764000000017,
  Waiting1764000000018,
  Draw1764000000019,
  GroupSubmit1764000000020,
  Changes1764000000021,
  People1764000000030,
  ClosedAccounts1764000000031,
  Containment1764000000040,
  KeyCaps1764000000041,
  Pauses1764000000042,
  Webhooks1764000000050,
  AuditCheckpoints1764000000051,
  RateWindows1764000000052,
  OwnWork1764000000053,
  Providers1764000000060,
  Styles1764000000061,
  Workers1764000000070,
  Storage1764000000071,
  Provenance1764000000080,
  Discards1764000000081,
  ProgrammePlan1764000000090,
  Rulings1764000000091,
  Applications1764000000092,
  Leaving1764000000093,
  Staying1764000000094,
  Redress1764000000100,
  Suspensions1764000000101,
  CompleteReasons1764000000102,
  Review1764000000110,
  Gallery1764000000120,
  Showcase1764000000121,
  FeedbackTasks1764000000130,
  FeedbackIntake1764000000131,
  TaskForms1764000000132,
  FeedbackWeeks1764000000135,
  Pay1764000000140,
  Tax1764000000141,
  PayNumbers1764000000142,
  Contest1764000000143,
  PayoutRails1764000000150,
  PayoutChanges1764000000151,
  BankFiles1764000000152,
  PayoutNews1764000000155,
  Reconciliation1764000000156,
  GrantsRounds1764000000170,
  DeclaredConflicts1764000000171,
  Readings1764000000180,
  Exports1764000000181,
  Unexplained1764000000185,
  SubmitRows1764000000190,
  Delivering1764000000200,
  WorkerCredentials1764000000201,
  BlockedPayees1764000000210,
  FinanceReadings1764000000211,
  FeedbackReasons1764000000220,
  OneAppeal1764000000221,
  SecondOpinions1764000000230,
  AppealMessages1764000000231,
  Rehearings1764000000232,
  GalleryCards1764000000233,
  Archives1764000000240,
  SuspensionScopes1764000000241,
  Networks1764000000250,
  Tries1764000000251,
  WebhookPrints1764000000252,
  TopUps1764000000253,
  WithheldResults1764000000254,
  ProgrammeCaps1764000000310,
  ReturnedClips1764000000311,
  Bin1764000000320,
  PausedTasks1764000000330,
  ExpenseReasons1764000000340,
  NotesOnThePicture1764000000341,
  WithdrawnAppeals1764000000342,
  ReasonsForAll1764000000343,
  EarningStead1764000000350,
  WebhookKinds1764000000351,
  KnownVoids1764000000352,
  SetDrafts1764000000360,
  RegisterColumns1764000000361,
  SkippedMessages1764000000400,
  Holds1764000000410,
  Assignments1764000000411,
];
