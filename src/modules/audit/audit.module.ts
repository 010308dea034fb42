import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AccessAudit } from './access.listener';
import { AuditController } from './audit.controller';
import { AuditExport } from './audit-export.service';
import { AuditRepository } from './audit.repository';
import { AuditSearch } from './audit-search.service';
import { AuditService } from './audit.service';
import { ChainController } from './chain/chain.controller';
import { CheckpointProcessor } from './chain/checkpoint.processor';
import { CheckpointRepository } from './chain/checkpoint.repository';
import { CheckpointService } from './chain/checkpoint.service';
import { ChainVerifier } from './chain/verifier.service';
import { SealProcessor } from './seal.processor';

@Module({
  imports: [AccessModule],
  controllers: [ChainController, AuditController],
  providers: [
    AccessAudit,
    AuditExport,
    AuditRepository,
    AuditSearch,
    AuditService,
    ChainVerifier,
    CheckpointProcessor,
    CheckpointRepository,
    CheckpointService,
    SealProcessor,
  ],
  exports: [AuditService],
})
export class AuditModule {}
