import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AuditModule } from '../audit';
import { LedgerModule } from '../ledger';
import { PauseController } from './pauses/pause.controller';
import { PauseGate } from './pauses/pause-gate.service';
import { PauseProcessor } from './pauses/pause.processor';
import { PauseRepository } from './pauses/pause.repository';
import { PauseService } from './pauses/pause.service';
import { ClockProcessor } from './clock/clock.processor';
import { LiftingRepository } from './clock/lifting.repository';
import { LiftingService } from './clock/lifting.service';
import { CohortController } from './cohorts/cohort.controller';
import { CohortRepository } from './cohorts/cohort.repository';
import { CohortService } from './cohorts/cohort.service';
import { DraftController } from './drafts/draft.controller';
import { DraftRepository } from './drafts/draft.repository';
import { DraftService } from './drafts/draft.service';
import { FundingService } from './funding.service';
import { LifecycleService } from './lifecycle.service';
import { CalendarService } from './plan/calendar.service';
import { DeadlineRepository } from './plan/deadline.repository';
import { PlanController } from './plan/plan.controller';
import { PlanService } from './plan/plan.service';
import { PolicyController } from './policies/policy.controller';
import { PolicyService } from './policies/policy.service';
import { ProgramController } from './program.controller';
import { ProgramRepository } from './program.repository';
import { ProgramService } from './program.service';
import { PublishingService } from './publishing.service';
import { RatesController } from './rates/rates.controller';
import { RatesService } from './rates/rates.service';
import { TermsController } from './terms/terms.controller';
import { TermsService } from './terms/terms.service';
import { VersionController } from './version.controller';
import { VersionRepository } from './version.repository';

/** Programmes and what they promise: terms, prices, quota, marks. */
@Module({
  imports: [AccessModule, AuditModule, LedgerModule],
  // The programme's own comes last: `:id/:verb` would take the addresses of the others.
  controllers: [
    PauseController,
    VersionController,
    PolicyController,
    RatesController,
    TermsController,
    DraftController,
    CohortController,
    PlanController,
    ProgramController,
  ],
  providers: [
    CalendarService,
    ClockProcessor,
    CohortRepository,
    CohortService,
    DeadlineRepository,
    DraftRepository,
    DraftService,
    FundingService,
    LifecycleService,
    LiftingRepository,
    LiftingService,
    PauseGate,
    PauseProcessor,
    PauseRepository,
    PauseService,
    PlanService,
    PolicyService,
    ProgramRepository,
    ProgramService,
    PublishingService,
    RatesService,
    TermsService,
    VersionRepository,
  ],
  exports: [CalendarService, CohortService, PauseGate, PolicyService, ProgramService, TermsService],
})
export class ProgramModule {}
