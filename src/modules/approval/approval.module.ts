import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AuditModule } from '../audit';
import { DrawModule } from '../draw';
import { EnrollmentModule } from '../enrollment';
import { GenerationModule } from '../generation';
import { ProgramModule } from '../program';
import { RedressModule } from '../redress';
import { AppealController } from './appeals/appeal.controller';
import { AppealRepository } from './appeals/appeal.repository';
import { AppealReasonsService } from './appeals/appeal-reasons.service';
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
import { SHOWCASE_CONTROLLERS, SHOWCASE_PROVIDERS } from './showcase/showcase.provider';
import { OfferService } from './submissions/offer.service';
import { CitationService } from './submissions/citation.service';
import { ClocksService } from './submissions/clock.service';
import { SubmissionController } from './submissions/submission.controller';
import { ComparableService } from './submissions/comparable.service';
import { ConcludingService } from './submissions/concluding.service';
import { SecondLookListener } from './submissions/second-look.listener';
import { SubmissionMoveService } from './submissions/submission-move.service';
import { SubmissionRepository } from './submissions/submission.repository';
import { SubmissionsService } from './submissions/submission.service';
import { SubmissionViewsService } from './submissions/submission-view.service';
import { ArtistNamesService } from './works/artist-names.service';
import { CuratedService } from './works/curated.service';
import { FarewellListener } from './works/farewell.listener';
import { FarewellRepository } from './works/farewell.repository';
import { FarewellService } from './works/farewell.service';
import { FeedController } from './works/feed.controller';
import { GalleryRepository } from './works/gallery.repository';
import { GalleryService } from './works/gallery.service';
import { GalleryWordsController } from './works/gallery-words.controller';
import { OwnWorkController } from './works/own-work.controller';
import { OwnWorksService } from './works/own-work.service';
import { PageController } from './works/page.controller';
import { PageOriginService } from './works/page-origin.service';
import { PictureListener } from './works/picture.listener';
import { PictureProcessor } from './works/picture.processor';
import { PicturesService } from './works/picture.service';
import { PressController } from './works/press.controller';
import { PressLinkRepository } from './works/press-link.repository';
import { PressLinksService } from './works/press-link.service';
import { PressService } from './works/press.service';
import { PublishingService } from './works/publishing.service';
import { RememberedService } from './works/remembered.service';
import { SwitchService } from './works/switch.service';
import { WorkController } from './works/work.controller';
import { WorkRepository } from './works/work.repository';
import { WorksService } from './works/work.service';

@Module({
  imports: [
    AccessModule,
    AuditModule,
    DrawModule,
    ProgramModule,
    EnrollmentModule,
    GenerationModule,
    RedressModule,
  ],
  controllers: [
    ...REVIEW_CONTROLLERS,
    ...SHOWCASE_CONTROLLERS,
    AppealController,
    SubmissionController,
    WorkController,
    OwnWorkController,
    PressController,
    FeedController,
    PageController,
    GalleryWordsController,
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
    ...SHOWCASE_PROVIDERS,
    AppealRepository,
    WorkRepository,
    ApprovalRepository,
    CitationService,
    ComparableService,
    ConcludingService,
    SecondLookListener,
    SubmissionMoveService,
    SubmissionViewsService,
    SubmissionsService,
    AppealReasonsService,
    AppealsService,
    WorksService,
    ArtistNamesService,
    GalleryRepository,
    GalleryService,
    RememberedService,
    PicturesService,
    PictureListener,
    PictureProcessor,
    PublishingService,
    PageOriginService,
    CuratedService,
    OwnWorksService,
    SwitchService,
    FarewellRepository,
    FarewellService,
    FarewellListener,
    PressLinkRepository,
    PressLinksService,
    PressService,
    ClocksService,
    ApprovalService,
    ApprovalProcessor,
  ],
  exports: [ApprovalService, ReviewNumbersService, WorksService, ClocksService],
})
export class ApprovalModule {}
