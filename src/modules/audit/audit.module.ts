import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AccessAudit } from './access.listener';
import { AuditController } from './audit.controller';
import { AuditRepository } from './audit.repository';
import { AuditService } from './audit.service';
import { SealProcessor } from './seal.processor';

@Module({
  imports: [AccessModule],
  controllers: [AuditController],
  providers: [AccessAudit, AuditRepository, AuditService, SealProcessor],
  exports: [AuditService],
})
export class AuditModule {}
