import { Injectable } from '@nestjs/common';
import { Handles } from '../../../platform/queue/job.registry';
import { MAKE_PICTURES } from '../approval.jobs';
import { PicturesService } from './picture.service';
import { WorkRepository } from './work.repository';

@Injectable()
export class PictureProcessor {
  constructor(
    private readonly works: WorkRepository,
    private readonly pictures: PicturesService,
  ) {}

  @Handles(MAKE_PICTURES)
  async make({ workId }: { readonly workId: string }): Promise<void> {
    const work = await this.works.find(workId);
    if (work !== null) await this.pictures.prepare(work);
  }
}
