import { Injectable } from '@nestjs/common';
import { Handles } from '../../../platform/queue/job.registry';
import { CHECK_FILES } from '../generation.jobs';
import { FileCheckService } from './file-check.service';

/** Once a night, on whichever worker takes the job. */
@Injectable()
export class FileCheckProcessor {
  constructor(private readonly checks: FileCheckService) {}

  @Handles(CHECK_FILES)
  async checkFiles(): Promise<void> {
    await this.checks.run();
  }
}
