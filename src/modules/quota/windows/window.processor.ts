import { Injectable } from '@nestjs/common';
import { Handles } from '../../../platform/queue/job.registry';
import { turnWindows } from './window.jobs';
import { WindowService } from './window.service';

@Injectable()
export class WindowProcessor {
  constructor(private readonly windows: WindowService) {}

  @Handles(turnWindows)
  async turn(): Promise<void> {
    await this.windows.sweep();
  }
}
