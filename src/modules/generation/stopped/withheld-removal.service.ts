import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { Database } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { AppealsService } from '../../redress';
import { EmptyingService } from '../bin/emptying.service';
import { StoppedKeyRepository } from './stopped-key.repository';

const MOST = 500;

/** Removes the files of what others made with a stopped key, once nobody can ask for them any more. */
@Injectable()
export class WithheldRemoval {
  constructor(
    private readonly db: Database,
    private readonly stopped: StoppedKeyRepository,
    private readonly emptying: EmptyingService,
    private readonly appeals: AppealsService,
    private readonly audit: AuditService,
  ) {}

  /** How many clips lost their files. What was released, or is under appeal, keeps them. Safe twice. */
  async sweep(): Promise<number> {
    let count = 0;
    for (const { keyId, ids } of await this.stopped.listOver(MOST)) {
      if (await this.db.tx((tx) => this.appeals.hasOpen(tx, [keyId]))) continue;
      for (const id of ids) await this.emptying.remove(SYSTEM, id, true);
      await this.db.tx((tx) =>
        this.audit.record(tx, SYSTEM, 'generation.remove_withheld', keyId, { clips: ids.length }),
      );
      count += ids.length;
    }
    return count;
  }
}
