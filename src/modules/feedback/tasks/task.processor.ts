import { Injectable } from '@nestjs/common';
import { Handles } from '../../../platform/queue/job.registry';
import { TaskSweepService } from './task-sweep.service';
import { SWEEP_TASKS } from './task.jobs';

@Injectable()
export class TaskProcessor {
  constructor(private readonly sweeps: TaskSweepService) {}

  @Handles(SWEEP_TASKS)
  async sweep(): Promise<void> {
    await this.sweeps.sweep();
  }
}
