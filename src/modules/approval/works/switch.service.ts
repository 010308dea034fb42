import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { approvalRefusals } from '../contract';
import { tagsOf } from '../domain/tags';
import { PressLinkRepository } from './press-link.repository';
import type { WorkChange } from './work.dto';
import type { WorkEntity } from './work.entity';
import { WorkRepository } from './work.repository';

/** What artists do with their own published works. Each refuses (404) what is another's. */
@Injectable()
export class SwitchService {
  constructor(
    private readonly db: Database,
    private readonly works: WorkRepository,
    private readonly links: PressLinkRepository,
    private readonly audit: AuditService,
  ) {}

  /** Works at once, both ways, as often as they like. A work taken down stays down (`work_taken_down`). */
  async setListed(me: Actor, id: string, isListed: boolean): Promise<void> {
    await this.own(me, id, async (tx, row) => {
      if (row.isListed === isListed) return;
      if (isListed && row.isTakenDown) throw refusal(approvalRefusals, 'work_taken_down');
      await this.list(tx, row, isListed);
      await this.audit.record(tx, me, isListed ? 'approval.relist' : 'approval.unlist', id);
    });
  }

  /** Licence and tags: nothing that a reviewer decided about. */
  async describe(me: Actor, id: string, { licence, tags }: WorkChange): Promise<void> {
    const said = {
      ...(licence === undefined ? {} : { licence }),
      ...(tags === undefined ? {} : { tags: tagsOf(tags) }),
    };
    await this.own(me, id, async (tx) => {
      if (Object.keys(said).length === 0) return;
      await this.works.update(tx, id, said);
      await this.audit.record(tx, me, 'approval.describe_work', id, said);
    });
  }

  /** Out of the public with everything that leads to it: links for the press end as well. */
  async list(tx: Tx, row: WorkEntity, isListed: boolean): Promise<void> {
    await this.works.update(tx, row.id, { isListed });
    if (!isListed) await this.links.revokeAll(tx, row.submissionId);
  }

  private async own(me: Actor, id: string, work: (tx: Tx, row: WorkEntity) => Promise<void>): Promise<void> {
    await this.db.tx(async (tx) => {
      const row = await this.works.lock(tx, id);
      if (row === null || row.personId !== me.id) throw refusal(approvalRefusals, 'not_found');
      await work(tx, row);
    });
  }
}
