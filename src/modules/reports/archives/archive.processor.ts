import { Injectable } from '@nestjs/common';
import { Handles } from '../../../platform/queue/job.registry';
import { QueueService } from '../../../platform/queue/queue.service';
import { sweepArchives, writeArchive, type ArchiveJob } from './archive.jobs';
import { ArchivingService } from './archiving.service';

@Injectable()
export class ArchiveProcessor {
  constructor(
    private readonly archiving: ArchivingService,
    private readonly queue: QueueService,
  ) {}

  @Handles(writeArchive)
  async write({ archiveId }: ArchiveJob): Promise<void> {
    await this.archiving.write(archiveId);
  }

  @Handles(sweepArchives)
  async sweep(): Promise<void> {
    for (const archiveId of await this.archiving.listToQueue())
      await this.queue.add({ kind: writeArchive, id: `archive-${archiveId}`, data: { archiveId } });
    await this.archiving.expire();
  }
}
