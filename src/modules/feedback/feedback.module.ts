import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AuditModule } from '../audit';
import { EnrollmentModule } from '../enrollment';
import { GenerationModule } from '../generation';
import { RedressModule } from '../redress';
import { FeedbackController } from './feedback.controller';
import { FeedbackProcessor } from './feedback.processor';
import { FeedbackRepository } from './feedback.repository';
import { FeedbackService } from './feedback.service';
import { FeedbackFileController } from './files/feedback-file.controller';
import { FeedbackFileRepository } from './files/feedback-file.repository';
import { FeedbackFileService } from './files/feedback-file.service';
import { FilingService, IntakeService } from './intake/intake.service';
import { IntakeRepository } from './intake/intake.repository';
import { PseudonymRepository } from './intake/pseudonym.repository';
import { SubjectService } from './intake/subject.service';
import { UnusableListener } from './intake/unusable.listener';
import { SimilarRepository } from './similar/similar.repository';
import { SimilarService } from './similar/similar.service';
import { TriageService } from './triage.service';

@Module({
  imports: [AccessModule, AuditModule, EnrollmentModule, GenerationModule, RedressModule],
  controllers: [FeedbackController, FeedbackFileController],
  providers: [
    FeedbackRepository,
    FeedbackService,
    TriageService,
    FeedbackProcessor,
    FeedbackFileRepository,
    FeedbackFileService,
    FilingService,
    IntakeService,
    IntakeRepository,
    PseudonymRepository,
    SubjectService,
    UnusableListener,
    SimilarRepository,
    SimilarService,
  ],
  exports: [FeedbackService, TriageService],
})
export class FeedbackModule {}
