import { Module } from '@nestjs/common';
import { AuditModule } from '../audit';
import { LedgerModule } from '../ledger';
import { PauseController } from './pauses/pause.controller';
import { PauseGate } from './pauses/pause-gate.service';
import { PauseProcessor } from './pauses/pause.processor';
import { PauseRepository } from './pauses/pause.repository';
import { PauseService } from './pauses/pause.service';
import { FundingService } from './funding.service';
import { LifecycleService } from './lifecycle.service';
import { ProgramController } from './program.controller';
import { ProgramRepository } from './program.repository';
import { ProgramService } from './program.service';
import { PublishingService } from './publishing.service';
import { VersionController } from './version.controller';
import { VersionRepository } from './version.repository';

/** Programmes and what they promise: terms, prices, quota, marks. */
@Module({
  imports: [AuditModule, LedgerModule],
  controllers: [VersionController, ProgramController, PauseController],
  providers: [
    FundingService,
    LifecycleService,
    PauseGate,
    PauseProcessor,
    PauseRepository,
    PauseService,
    ProgramRepository,
    ProgramService,
    PublishingService,
    VersionRepository,
  ],
  exports: [PauseGate, ProgramService],
})
export class ProgramModule {}
