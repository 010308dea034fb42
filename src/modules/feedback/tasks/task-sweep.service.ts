import { Injectable } from '@nestjs/common';
import { Refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { SeatDeskService } from './seat-desk.service';
import { TaskSeatRepository } from './seat.repository';
import { TaskEndService } from './task-end.service';
import { TaskRepository } from './task.repository';

/** What time decides: seats that nobody looked at are accepted, those of a task that is over expire, tasks settle. */
@Injectable()
export class TaskSweepService {
  constructor(
    private readonly db: Database,
    private readonly tasks: TaskRepository,
    private readonly seats: TaskSeatRepository,
    private readonly desk: SeatDeskService,
    private readonly ends: TaskEndService,
  ) {}

  /** Any number of sweeps may run at once. */
  async sweep(): Promise<void> {
    for (const { id, verb } of await this.seats.listDue())
      await this.attempt((tx) => this.desk.byClock(tx, id, verb));
    for (const id of await this.tasks.listUnsettled()) await this.attempt((tx) => this.ends.follow(tx, id));
  }

  private async attempt(work: (tx: Tx) => Promise<void>): Promise<void> {
    try {
      await this.db.tx(work);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error; // a person was faster
    }
  }
}
