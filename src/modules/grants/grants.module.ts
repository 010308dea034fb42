import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AuditModule } from '../audit';
import { CompensationModule } from '../compensation';
import { EnrollmentModule } from '../enrollment';
import { LedgerModule } from '../ledger';
import { ProgramModule } from '../program';
import { CallApplicationController } from './call-application.controller';
import { CallApplicationRepository } from './call-application.repository';
import { CallApplicationService } from './call-application.service';
import { CallController } from './call.controller';
import { CallRepository } from './call.repository';
import { CallService } from './call.service';

@Module({
  imports: [AccessModule, AuditModule, LedgerModule, ProgramModule, EnrollmentModule, CompensationModule],
  controllers: [CallApplicationController, CallController],
  providers: [CallRepository, CallApplicationRepository, CallService, CallApplicationService],
})
export class GrantsModule {}
