import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AuditModule } from '../audit';
import { EnrollmentModule } from '../enrollment';
import { GenerationModule } from '../generation';
import { FeedbackController } from './feedback.controller';
import { FeedbackProcessor } from './feedback.processor';
import { FeedbackRepository } from './feedback.repository';
import { FeedbackService } from './feedback.service';
import { TriageService } from './triage.service';

@Module({
  imports: [AccessModule, AuditModule, EnrollmentModule, GenerationModule],
  controllers: [FeedbackController],
  providers: [FeedbackRepository, FeedbackService, TriageService, FeedbackProcessor],
  exports: [FeedbackService, TriageService],
})
export class FeedbackModule {}
