import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { SessionEntity } from './modules/access/sessions/session.entity';
import { PersonEntity } from './modules/access/people/person.entity';
import { KeyEntity } from './modules/access/keys/key.entity';
import { IncidentEntity } from './modules/access/incidents/incident.entity';
import { WorkerKeyEntity, WorkerTokenEntity } from './modules/access/workers/worker-key.entity';
import { AuditEntryEntity } from './modules/audit/audit-entry.entity';
import { AuditSealEntity } from './modules/audit/audit-seal.entity';
import { CheckpointEntity } from './modules/audit/chain/checkpoint.entity';
import { AccountEntity } from './modules/ledger/account.entity';
import { EntryEntity } from './modules/ledger/entry.entity';
import { HoldEntity } from './modules/ledger/hold.entity';
import { PostingEntity } from './modules/ledger/posting.entity';
import { DrawEntity } from './modules/draw/draw.entity';
import { StatementEntity } from './modules/redress/statements/statement.entity';
import { AppealEntity as RedressAppealEntity } from './modules/redress/appeals/appeal.entity';
import { LookEntity } from './modules/redress/looks/look.entity';
import { PauseEntity } from './modules/program/pauses/pause.entity';
import { ProgramEntity } from './modules/program/program.entity';
import { VersionEntity } from './modules/program/version.entity';
import { ApplicationEntity } from './modules/enrollment/applications/application.entity';
import { ConsentEntity } from './modules/enrollment/consent.entity';
import { FileEntity as ApplicationFileEntity } from './modules/enrollment/files/file.entity';
import { InvitationEntity } from './modules/enrollment/invitations/invitation.entity';
import { ReviewEntity as ApplicationReviewEntity } from './modules/enrollment/selection/review.entity';
import { EnrollmentEntity } from './modules/enrollment/enrollment.entity';
import { SuspensionEntity } from './modules/enrollment/suspensions/suspension.entity';
import { ChargeEntity } from './modules/quota/charge.entity';
import { GoodwillEntity } from './modules/quota/goodwill/goodwill.entity';
import { KeyBudgetEntity } from './modules/quota/key-budget.entity';
import { PurseEntity } from './modules/quota/windows/purse.entity';
import { BriefEntity } from './modules/generation/styles/brief.entity';
import { ReferenceEntity } from './modules/generation/styles/reference.entity';
import { StyleEntity } from './modules/generation/styles/style.entity';
import { ProviderEntity } from './modules/generation/routing/provider.entity';
import { TicketEntity } from './modules/generation/hosted/ticket.entity';
import { BatchEntity } from './modules/generation/batches/batch.entity';
import { FileEntity } from './modules/generation/file.entity';
import { GenerationEntity } from './modules/generation/generation.entity';
import { FlowEntity } from './modules/generation/pool/flow.entity';
import { LeaseEntity } from './modules/generation/pool/lease.entity';
import { LossEntity, PoolEntity, WorkerEntity } from './modules/generation/pool/pool.entity';
import { SweepEntity } from './modules/generation/storage/sweep.entity';
import { FileCheckEntity } from './modules/generation/provenance/check.entity';
import { CreditLineEntity } from './modules/generation/provenance/credit-line.entity';
import { BinEntity } from './modules/generation/bin/bin.entity';
import { ProvenanceEntity } from './modules/generation/provenance/provenance.entity';
import { PaceEntity } from './modules/generation/waiting/pace.entity';
import { PredictionEntity } from './modules/generation/waiting/prediction.entity';
import { MailEntity } from './modules/notice/mails/mail.entity';
import { NoticeEntity } from './modules/notice/notice.entity';
import {
  WebhookDeliveryEntity,
  WebhookEntity,
  WebhookTryEntity,
} from './modules/notice/webhooks/webhook.entity';
import { PayoutBatchEntity } from './modules/payouts/batch.entity';
import { ReversalEntity } from './modules/payouts/reversals/reversal.entity';
import { PayoutEntity } from './modules/payouts/payout.entity';
import { TransferEntity } from './modules/payouts/rails/transfer.entity';
import { RecipientEntity } from './modules/payouts/recipients/recipient.entity';
import { AttemptEntity } from './modules/payouts/sending/attempt.entity';
import { SubmissionEntity } from './modules/approval/submissions/submission.entity';
import { PolicyEntity } from './modules/approval/policy/policy.entity';
import { OpinionEntity } from './modules/approval/opinions/opinion.entity';
import { ReviewBatchEntity } from './modules/approval/review/review-batch.entity';
import { ReviewBatchItemEntity } from './modules/approval/review/review-batch-item.entity';
import { ConflictEntity } from './modules/approval/review/conflict.entity';
import { NoteEntity } from './modules/approval/review/note.entity';
import { DecisionEntity } from './modules/approval/submissions/decision.entity';
import { AppealEntity } from './modules/approval/appeals/appeal.entity';
import { WorkConsentEntity } from './modules/approval/showcase/consent.entity';
import { LicenceEntity } from './modules/approval/showcase/licence.entity';
import { RoundEntity } from './modules/approval/showcase/round.entity';
import { PressLinkEntity } from './modules/approval/works/press-link.entity';
import { WorkEntity } from './modules/approval/works/work.entity';
import { FeedbackEntity } from './modules/feedback/feedback.entity';
import { FeedbackFileEntity } from './modules/feedback/files/feedback-file.entity';
import { VoidEntity } from './modules/feedback/voids/void.entity';
import { TaskSeatEntity } from './modules/feedback/tasks/seat.entity';
import { TaskEntity, TaskFormEntity } from './modules/feedback/tasks/task.entity';
import { CorrectionEntity } from './modules/compensation/corrections/correction.entity';
import { EarningEntity } from './modules/compensation/earning.entity';
import { TaxFormEntity } from './modules/compensation/tax/tax-form.entity';
import { CallApplicationEntity } from './modules/grants/applications/call-application.entity';
import { AwardEntity } from './modules/grants/awards/award.entity';
import { MilestoneEntity } from './modules/grants/awards/milestone.entity';
import { EventEntity } from './modules/grants/events/event.entity';
import { ReviewEntity } from './modules/grants/reviews/review.entity';
import { CallEntity } from './modules/grants/calls/call.entity';

/** Every TypeORM row type: the data source and the test that compares them with the migrated schema read this list. */
import { ArchiveEntity } from './modules/reports/archives/archive.entity';
import { ExportEntity } from './modules/reports/exports/export.entity';
import { PeriodEntity } from './modules/reports/periods/period.entity';
import { SavedFilterEntity } from './modules/reports/saved/saved-filter.entity';

export const entities: readonly EntityTarget<ObjectLiteral>[] = [
  SessionEntity,
  PersonEntity,
  KeyEntity,
  IncidentEntity,
  WorkerKeyEntity,
  WorkerTokenEntity,
  AuditEntryEntity,
  AuditSealEntity,
  CheckpointEntity,
  AccountEntity,
  EntryEntity,
  HoldEntity,
  PostingEntity,
  DrawEntity,
  StatementEntity,
  RedressAppealEntity,
  LookEntity,
  ProgramEntity,
  PauseEntity,
  VersionEntity,
  ApplicationEntity,
  ConsentEntity,
  EnrollmentEntity,
  SuspensionEntity,
  ApplicationFileEntity,
  ApplicationReviewEntity,
  InvitationEntity,
  ChargeEntity,
  GoodwillEntity,
  KeyBudgetEntity,
  PurseEntity,
  BatchEntity,
  BriefEntity,
  ReferenceEntity,
  StyleEntity,
  ProviderEntity,
  TicketEntity,
  FileEntity,
  GenerationEntity,
  FlowEntity,
  LeaseEntity,
  PoolEntity,
  WorkerEntity,
  LossEntity,
  SweepEntity,
  FileCheckEntity,
  CreditLineEntity,
  ProvenanceEntity,
  BinEntity,
  PaceEntity,
  PredictionEntity,
  MailEntity,
  NoticeEntity,
  WebhookEntity,
  WebhookDeliveryEntity,
  WebhookTryEntity,
  PayoutBatchEntity,
  PayoutEntity,
  ReversalEntity,
  TransferEntity,
  AttemptEntity,
  RecipientEntity,
  SubmissionEntity,
  PolicyEntity,
  ConflictEntity,
  OpinionEntity,
  ReviewBatchEntity,
  ReviewBatchItemEntity,
  NoteEntity,
  DecisionEntity,
  AppealEntity,
  WorkEntity,
  PressLinkEntity,
  WorkConsentEntity,
  LicenceEntity,
  RoundEntity,
  FeedbackEntity,
  FeedbackFileEntity,
  VoidEntity,
  TaskEntity,
  TaskFormEntity,
  TaskSeatEntity,
  EarningEntity,
  CorrectionEntity,
  TaxFormEntity,
  CallEntity,
  CallApplicationEntity,
  AwardEntity,
  MilestoneEntity,
  EventEntity,
  ReviewEntity,
  ArchiveEntity,
  ExportEntity,
  PeriodEntity,
  SavedFilterEntity,
];
