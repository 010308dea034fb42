import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AuditModule } from '../audit';
import { RedressModule } from '../redress';
import { CompensationModule } from '../compensation';
import { DrawModule } from '../draw';
import { EnrollmentModule } from '../enrollment';
import { LedgerModule } from '../ledger';
import { ProgramModule } from '../program';
import { ApplicationViewService } from './applications/application-view.service';
import { CallApplicationController } from './applications/call-application.controller';
import { CallApplicationRepository } from './applications/call-application.repository';
import { CallApplicationService } from './applications/call-application.service';
import { CandidateService } from './applications/candidate.service';
import { DecisionService } from './applications/decision.service';
import { AmendmentRepository } from './awards/amendment.repository';
import { AmendmentService } from './awards/amendment.service';
import { AwardEffectsService } from './awards/award-effects.service';
import { GrantPauseListener } from './pause.listener';
import { EndingListener } from './awards/ending.listener';
import { FinalistService } from './applications/finalist.service';
import { RehearingListener } from './awards/rehearing.listener';
import { RehearingService } from './awards/rehearing.service';
import { ImpartialService } from './reviews/impartial.service';
import { EndingService } from './awards/ending.service';
import { AwardViewService } from './awards/award-view.service';
import { AwardController } from './awards/award.controller';
import { AwardRepository } from './awards/award.repository';
import { AwardService } from './awards/award.service';
import { MilestoneService } from './awards/milestone.service';
import { OfferService } from './awards/offer.service';
import { TrancheService } from './awards/tranche.service';
import { CallLifeService } from './calls/call-life.service';
import { CallPromiseService } from './calls/call-promise.service';
import { CallStepsService } from './calls/call-steps.service';
import { CallController } from './calls/call.controller';
import { CallFeedController } from './calls/call-feed.controller';
import { CallRepository } from './calls/call.repository';
import { CallService } from './calls/call.service';
import { QuestionController } from './calls/question.controller';
import { QuestionRepository } from './calls/question.repository';
import { QuestionService } from './calls/question.service';
import { AdmissionService } from './events/admission.service';
import { EventLifeService } from './events/event-life.service';
import { EventMoneyService } from './events/event-money.service';
import { EventStepsService } from './events/event-steps.service';
import { EventController } from './events/event.controller';
import { EventRepository } from './events/event.repository';
import { EventService } from './events/event.service';
import { ExpenseReasonsService } from './events/expense-reasons.service';
import { ExpenseStepService } from './events/expense-step.service';
import { ExpenseListener } from './events/expense.listener';
import { ExpenseRepository } from './events/expense.repository';
import { ExpenseService } from './events/expense.service';
import { SeatViewService } from './events/seat-view.service';
import { SeatController } from './events/seat.controller';
import { SeatRepository } from './events/seat.repository';
import { SeatService } from './events/seat.service';
import { SeatingService } from './events/seating.service';
import { GrantsProcessor } from './grants.processor';
import { GrantNumbersController } from './numbers/numbers.controller';
import { NumbersRepository } from './numbers/numbers.repository';
import { GrantNumbersService } from './numbers/numbers.service';
import { AssignmentService } from './reviews/assignment.service';
import { DeclarationController } from './reviews/declaration.controller';
import { DeclarationRepository } from './reviews/declaration.repository';
import { DeclarationService } from './reviews/declaration.service';
import { JudgingViewService } from './reviews/judging-view.service';
import { RankingService } from './reviews/ranking.service';
import { ReviewController } from './reviews/review.controller';
import { ReviewRepository } from './reviews/review.repository';
import { ReviewService } from './reviews/review.service';

const repositories = [
  CallRepository,
  QuestionRepository,
  CallApplicationRepository,
  ReviewRepository,
  DeclarationRepository,
  AwardRepository,
  AmendmentRepository,
  EventRepository,
  SeatRepository,
  ExpenseRepository,
  NumbersRepository,
];

const services = [
  CallService,
  CallLifeService,
  CallStepsService,
  CallPromiseService,
  QuestionService,
  CallApplicationService,
  ApplicationViewService,
  CandidateService,
  DecisionService,
  AssignmentService,
  ReviewService,
  DeclarationService,
  RankingService,
  JudgingViewService,
  OfferService,
  AwardService,
  AwardEffectsService,
  GrantPauseListener,
  EndingListener,
  FinalistService,
  ImpartialService,
  RehearingListener,
  RehearingService,
  EndingService,
  AwardViewService,
  TrancheService,
  MilestoneService,
  AmendmentService,
  EventService,
  EventLifeService,
  EventStepsService,
  EventMoneyService,
  AdmissionService,
  SeatingService,
  SeatService,
  SeatViewService,
  ExpenseService,
  ExpenseStepService,
  ExpenseReasonsService,
  ExpenseListener,
  GrantNumbersService,
];

@Module({
  imports: [
    AccessModule,
    AuditModule,
    LedgerModule,
    DrawModule,
    ProgramModule,
    EnrollmentModule,
    CompensationModule,
    RedressModule,
  ],
  controllers: [
    CallApplicationController,
    CallFeedController,
    CallController,
    QuestionController,
    ReviewController,
    DeclarationController,
    AwardController,
    EventController,
    SeatController,
    GrantNumbersController,
  ],
  providers: [...repositories, ...services, GrantsProcessor],
  exports: [GrantNumbersService],
})
export class GrantsModule {}
