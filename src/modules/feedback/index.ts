export * from './contract';
export { FeedbackModule } from './feedback.module';
export { BoardColumnsQuery } from './board/board.dto';
export { FeedbackExportRows, type ExportedItem } from './board/export-rows.service';
export { FeedbackService } from './feedback.service';
export { TaskAnswerRows, type Submission } from './tasks/answer-rows.service';
export { TriageService } from './triage.service';
