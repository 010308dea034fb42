import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { Database } from '../../../platform/db/database';
import type { PageQuery } from '../../../platform/http/page-query.dto';
import { PeopleService } from '../../access';
import { AuditService } from '../../audit';
import { GenerationService, ProvenanceService, type ProvenanceView } from '../../generation';
import { approvalRefusals } from '../contract';
import type { WorkView } from './work.dto';
import type { WorkEntity } from './work.entity';
import { workView } from './work.mapping';
import { WorkRepository } from './work.repository';

const isPublic = (work: WorkEntity): boolean => work.isListed && !work.isTakenDown;

/** The public gallery. What is unlisted or taken down is not there for anybody. */
@Injectable()
export class WorksService {
  constructor(
    private readonly db: Database,
    private readonly works: WorkRepository,
    private readonly generations: GenerationService,
    private readonly origins: ProvenanceService,
    private readonly people: PeopleService,
    private readonly audit: AuditService,
  ) {}

  async list({ cursor, limit }: PageQuery): Promise<Page<WorkView>> {
    const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    const rows = await this.works.listGallery(before, limit + 1);
    const [artists, sources] = await Promise.all([
      this.people.cards([...new Set(rows.map(({ personId }) => personId))]),
      this.origins.madeWith(rows.map(({ generationId }) => generationId)),
    ]);
    return toPage(
      rows,
      limit,
      (row) => [row.id],
      (row) => workView(row, artists.get(row.personId)?.name ?? '', sources.get(row.generationId) ?? null),
    );
  }

  async bySlug(slug: string): Promise<WorkView> {
    return this.view(await this.getPublic(slug));
  }

  /** Storage key of a public work's file. Refuses (404) what is not public or no longer kept. */
  async fileOf(slug: string, file: 'video' | 'poster'): Promise<string> {
    const work = await this.getPublic(slug);
    const { files } = await this.generations.get(work.generationId);
    if (files === null) throw refusal(approvalRefusals, 'not_found');
    return files[file];
  }

  /** Where a public work comes from and how it is marked. Refuses (404) what is not public. */
  async provenanceOf(slug: string): Promise<ProvenanceView> {
    return this.origins.of((await this.getPublic(slug)).generationId);
  }

  /** The manifest store of a public work's file. Refuses (404) what is not public or carries none. */
  async manifestOf(slug: string): Promise<object> {
    return this.origins.manifestOf((await this.getPublic(slug)).generationId);
  }

  /** The artist's switch: works at once, both ways, as often as they like. A work taken down stays down. */
  async setListed(me: Actor, id: string, isListed: boolean): Promise<WorkView> {
    const work = await this.db.tx(async (tx) => {
      const row = await this.works.lock(tx, id);
      if (row === null || row.personId !== me.id) throw refusal(approvalRefusals, 'not_found');
      if (row.isListed === isListed) return row;
      if (isListed && row.isTakenDown) throw refusal(approvalRefusals, 'work_taken_down');
      await this.works.update(tx, id, { isListed });
      await this.audit.record(tx, me, isListed ? 'approval.relist' : 'approval.unlist', id);
      return { ...row, isListed };
    });
    return this.view(work);
  }

  private async getPublic(slug: string): Promise<WorkEntity> {
    const work = await this.works.findBySlug(slug);
    if (work === null || !isPublic(work)) throw refusal(approvalRefusals, 'not_found');
    return work;
  }

  private async view(work: WorkEntity): Promise<WorkView> {
    const [artists, sources] = await Promise.all([
      this.people.cards([work.personId]),
      this.origins.madeWith([work.generationId]),
    ]);
    return workView(work, artists.get(work.personId)?.name ?? '', sources.get(work.generationId) ?? null);
  }
}
