import { Injectable } from '@nestjs/common';
import { Handles } from '../../../platform/queue/job.registry';
import { catchUpNews, followNews, sweepNews, type NewsJob } from './news.jobs';
import { NewsService } from './news.service';

@Injectable()
export class NewsProcessor {
  constructor(private readonly news: NewsService) {}

  @Handles(followNews)
  async follow(job: NewsJob): Promise<void> {
    await this.news.follow(job);
  }

  @Handles(sweepNews)
  async sweep(): Promise<void> {
    await this.news.sweep();
  }

  @Handles(catchUpNews)
  async catchUp(): Promise<void> {
    await this.news.catchUp();
  }
}
