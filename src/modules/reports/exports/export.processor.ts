import { Injectable } from '@nestjs/common';
import { Handles } from '../../../platform/queue/job.registry';
import { QueueService } from '../../../platform/queue/queue.service';
import { sweepExports, writeExport, type ExportJob } from './export.jobs';
import { WritingService } from './writing.service';

@Injectable()
export class ExportProcessor {
  constructor(
    private readonly writing: WritingService,
    private readonly queue: QueueService,
  ) {}

  @Handles(writeExport)
  async write({ exportId }: ExportJob): Promise<void> {
    await this.writing.write(exportId);
  }

  @Handles(sweepExports)
  async sweep(): Promise<void> {
    for (const exportId of await this.writing.listToQueue())
      await this.queue.add({ kind: writeExport, id: `export-${exportId}`, data: { exportId } });
    await this.writing.expire();
  }
}
