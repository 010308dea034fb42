export * from './contract';
export { FeedbackModule } from './feedback.module';
export { FeedbackService } from './feedback.service';
export { SeatDeskService } from './tasks/seat-desk.service';
export { TriageService } from './triage.service';
