import { Injectable } from '@nestjs/common';
import { Handles } from '../../platform/queue/job.registry';
import { AuditService } from './audit.service';
import { sealLog } from './seal.jobs';

@Injectable()
export class SealProcessor {
  constructor(private readonly audit: AuditService) {}

  @Handles(sealLog)
  async seal(): Promise<void> {
    await this.audit.seal();
  }
}
