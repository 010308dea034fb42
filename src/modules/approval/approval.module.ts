import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AuditModule } from '../audit';
import { EnrollmentModule } from '../enrollment';
import { GenerationModule } from '../generation';
import { ProgramModule } from '../program';
import { AppealController } from './appeals/appeal.controller';
import { AppealRepository } from './appeals/appeal.repository';
import { AppealsService } from './appeals/appeal.service';
import { ApprovalProcessor } from './approval.processor';
import { ApprovalRepository } from './approval.repository';
import { ApprovalService } from './approval.service';
import { ClockNumbersRepository } from './numbers/clock-numbers.repository';
import { ReviewNumbersService } from './numbers/clock-numbers.service';
import { NumbersController } from './numbers/numbers.controller';
import { PolicyController } from './policy/policy.controller';
import { PolicyRepository } from './policy/policy.repository';
import { SharingPolicyService } from './policy/policy.service';
import { REVIEW_CONTROLLERS, REVIEW_PROVIDERS } from './review/review.provider';
import { OfferService } from './submissions/offer.service';
import { CitationService } from './submissions/citation.service';
import { ClocksService } from './submissions/clock.service';
import { SubmissionController } from './submissions/submission.controller';
import { SubmissionMoveService } from './submissions/submission-move.service';
import { SubmissionRepository } from './submissions/submission.repository';
import { SubmissionsService } from './submissions/submission.service';
import { SubmissionViewsService } from './submissions/submission-view.service';
import { WorkController } from './works/work.controller';
import { WorkRepository } from './works/work.repository';
import { WorksService } from './works/work.service';

@Module({
  imports: [AccessModule, AuditModule, ProgramModule, EnrollmentModule, GenerationModule],
  controllers: [
    ...REVIEW_CONTROLLERS,
    AppealController,
    SubmissionController,
    WorkController,
    PolicyController,
    NumbersController,
  ],
  providers: [
    SubmissionRepository,
    PolicyRepository,
    ClockNumbersRepository,
    ReviewNumbersService,
    SharingPolicyService,
    OfferService,
    ...REVIEW_PROVIDERS,
    AppealRepository,
    WorkRepository,
    ApprovalRepository,
    CitationService,
    SubmissionMoveService,
    SubmissionViewsService,
    SubmissionsService,
    AppealsService,
    WorksService,
    ClocksService,
    ApprovalService,
    ApprovalProcessor,
  ],
  exports: [ApprovalService, ReviewNumbersService, WorksService, ClocksService],
})
export class ApprovalModule {}
