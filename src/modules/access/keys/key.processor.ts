import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/database';
import { Handles } from '../../../platform/queue/job.registry';
import { SessionRepository } from '../session.repository';
import { forgetSessions, retireKeys } from './key.jobs';
import { KeysService } from './keys.service';

@Injectable()
export class KeyProcessor {
  constructor(
    private readonly db: Database,
    private readonly keys: KeysService,
    private readonly sessions: SessionRepository,
  ) {}

  @Handles(retireKeys)
  async retire(): Promise<void> {
    await this.keys.retire();
  }

  @Handles(forgetSessions)
  async forget(): Promise<void> {
    await this.db.tx((tx) => this.sessions.forget(tx));
  }
}
