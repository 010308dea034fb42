import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AuditModule } from '../audit';
import { ProgramModule } from '../program';
import { ApplicationController } from './applications/application.controller';
import { ApplicationRepository } from './applications/application.repository';
import { ApplicationService } from './applications/application.service';
import { SelectionService } from './applications/selection.service';
import { ConsentRepository } from './consent.repository';
import { EnrollmentController } from './enrollment.controller';
import { EnrollmentProcessor } from './enrollment.processor';
import { EnrollmentRepository } from './enrollment.repository';
import { EnrollmentService } from './enrollment.service';
import { MembershipService } from './membership.service';
import { MoveService } from './moves.service';
import { SweepService } from './sweep.service';

/** Getting in, being in, leaving. */
@Module({
  imports: [AccessModule, AuditModule, ProgramModule],
  controllers: [ApplicationController, EnrollmentController],
  providers: [
    ApplicationRepository,
    ApplicationService,
    ConsentRepository,
    EnrollmentProcessor,
    EnrollmentRepository,
    EnrollmentService,
    MembershipService,
    MoveService,
    SelectionService,
    SweepService,
  ],
  exports: [EnrollmentService],
})
export class EnrollmentModule {}
