import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AuditModule } from '../audit';
import { RedressModule } from '../redress';
import { EnrollmentModule } from '../enrollment';
import { GenerationModule } from '../generation';
import { BoardController } from './board/board.controller';
import { BoardRepository } from './board/board.repository';
import { BoardService } from './board/board.service';
import { FeedbackExportRows } from './board/export-rows.service';
import { DeclinedFeedbackListener } from './declining/declining.listener';
import { DecliningService } from './declining/declining.service';
import { DigestController } from './digest/digest.controller';
import { DigestRepository } from './digest/digest.repository';
import { DigestService } from './digest/digest.service';
import { LedgerModule } from '../ledger';
import { ProgramModule } from '../program';
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
import { TaskPauseListener } from './tasks/pause.listener';
import { UnusableListener } from './intake/unusable.listener';
import { SimilarRepository } from './similar/similar.repository';
import { SimilarService } from './similar/similar.service';
import { TaskAnswerRows } from './tasks/answer-rows.service';
import { SeatDeskService } from './tasks/seat-desk.service';
import { SeatStepService } from './tasks/seat-step.service';
import { TaskSeatController } from './tasks/seat.controller';
import { TaskSeatRepository } from './tasks/seat.repository';
import { TaskSeatService } from './tasks/seat.service';
import { TakingService } from './tasks/taking.service';
import { TaskEndService } from './tasks/task-end.service';
import { SeatsOfTask, TaskLifeService, TaskOfferService } from './tasks/task-life.service';
import { TaskMakerService } from './tasks/task-maker.service';
import { TaskSweepService } from './tasks/task-sweep.service';
import { TaskViewService } from './tasks/task-view.service';
import { TaskController } from './tasks/task.controller';
import { TaskProcessor } from './tasks/task.processor';
import { TaskRepository } from './tasks/task.repository';
import { TriageService } from './triage.service';
import { VoidController } from './voids/void.controller';
import { VoidEffectService } from './voids/void-effect.service';
import { VoidListener } from './voids/void.listener';
import { VoidRepository } from './voids/void.repository';
import { VoidService } from './voids/void.service';

const TASKS = [
  TaskRepository,
  TaskSeatRepository,
  SeatStepService,
  SeatDeskService,
  TaskSeatService,
  TakingService,
  TaskEndService,
  SeatsOfTask,
  TaskLifeService,
  TaskOfferService,
  TaskMakerService,
  TaskViewService,
  TaskAnswerRows,
  TaskSweepService,
  TaskProcessor,
];

@Module({
  imports: [
    AccessModule,
    AuditModule,
    LedgerModule,
    RedressModule,
    ProgramModule,
    EnrollmentModule,
    GenerationModule,
  ],
  controllers: [
    FeedbackController,
    FeedbackFileController,
    BoardController,
    DigestController,
    VoidController,
    TaskController,
    TaskSeatController,
  ],
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
    TaskPauseListener,
    UnusableListener,
    SimilarRepository,
    SimilarService,
    BoardRepository,
    BoardService,
    DigestRepository,
    DigestService,
    FeedbackExportRows,
    DecliningService,
    DeclinedFeedbackListener,
    VoidEffectService,
    VoidListener,
    VoidRepository,
    VoidService,
    ...TASKS,
  ],
  exports: [FeedbackExportRows, FeedbackService, TaskAnswerRows, TriageService],
})
export class FeedbackModule {}
