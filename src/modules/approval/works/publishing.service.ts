import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import type { Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { AuditService } from '../../audit';
import { ProvenanceService } from '../../generation';
import { workPublished } from '../contract';
import { sharePath, slugOf } from '../domain/slug';
import type { SubmissionEntity } from '../submissions/submission.entity';
import { WorkRepository } from './work.repository';

/** What follows from a decision in its transaction: a submission becomes a work, a work taken down is gone. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly works: WorkRepository,
    private readonly origins: ProvenanceService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** A work is made at the first publication; later ones show it again as it now is. */
  async show(tx: Tx, row: SubmissionEntity): Promise<void> {
    const { title, description, labels, audience, coAuthors, generationId, personId, programId } = row;
    const said = { title, description, labels, audience, coAuthors };
    const work = await this.works.findOfSubmission(row.id, tx);
    if (work !== null) {
      await this.works.update(tx, work.id, { ...said, isTakenDown: false });
      return;
    }
    const id = newId('wrk');
    const slug = slugOf(title, id);
    const of = { submissionId: row.id, generationId, personId, programId };
    const clip = await this.origins.shapeOf(tx, generationId);
    await this.works.insert(tx, { id, slug, ...of, ...said, ...clip });
    await this.audit.record(tx, SYSTEM, 'approval.publish_work', id, { ...of, link: sharePath(slug) });
    await this.outbox.add(tx, workPublished, { workId: id, slug, ...of });
  }

  /** Gone from every page and feed with the commit. */
  async hide(tx: Tx, row: Pick<SubmissionEntity, 'id'>): Promise<void> {
    const work = await this.works.findOfSubmission(row.id, tx);
    if (work !== null) await this.works.update(tx, work.id, { isTakenDown: true });
  }
}
