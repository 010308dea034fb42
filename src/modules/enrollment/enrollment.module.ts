import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AuditModule } from '../audit';
import { ProgramModule } from '../program';
import { ApplicationController } from './applications/application.controller';
import { ApplicationRepository } from './applications/application.repository';
import { ApplicationService } from './applications/application.service';
import { SelectionService } from './applications/selection.service';
import { MembersController } from './cohorts/members.controller';
import { MembersService } from './cohorts/members.service';
import { ConsentRepository } from './consent.repository';
import { EnrollmentController } from './enrollment.controller';
import { EnrollmentProcessor } from './enrollment.processor';
import { EnrollmentRepository } from './enrollment.repository';
import { EnrollmentService } from './enrollment.service';
import { MembershipService } from './membership.service';
import { MoveService } from './moves.service';
import { PrecedentService } from './rulings/precedent.service';
import { QuestionService } from './rulings/question.service';
import { RulingController } from './rulings/ruling.controller';
import { RulingRepository } from './rulings/ruling.repository';
import { RulingService } from './rulings/ruling.service';
import { SweepService } from './sweep.service';
import { StandingService } from './terms/standing.service';
import { TermsListener } from './terms/terms.listener';

/** Getting in, being in, leaving. */
@Module({
  imports: [AccessModule, AuditModule, ProgramModule],
  controllers: [ApplicationController, MembersController, RulingController, EnrollmentController],
  providers: [
    ApplicationRepository,
    ApplicationService,
    ConsentRepository,
    EnrollmentProcessor,
    EnrollmentRepository,
    EnrollmentService,
    MembersService,
    MembershipService,
    MoveService,
    PrecedentService,
    QuestionService,
    RulingRepository,
    RulingService,
    SelectionService,
    StandingService,
    SweepService,
    TermsListener,
  ],
  exports: [EnrollmentService, PrecedentService],
})
export class EnrollmentModule {}
