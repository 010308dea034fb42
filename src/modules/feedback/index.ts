export * from './contract';
export { FeedbackModule } from './feedback.module';
export { FeedbackService } from './feedback.service';
export { TriageService } from './triage.service';
