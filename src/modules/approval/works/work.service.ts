import { Injectable } from '@nestjs/common';
import { refusal } from '../../../kernel/refusal';
import {
  generationRefusals,
  GenerationService,
  ProvenanceService,
  type ProvenanceView,
} from '../../generation';
import { approvalRefusals } from '../contract';
import { GalleryRepository } from './gallery.repository';
import type { WorkEntity } from './work.entity';
import { WorkRepository } from './work.repository';

/** One work of somebody, for other modules. */
export interface WorkCard {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly personId: string;
  readonly programId: string;
  readonly submissionId: string;
}

/** Files and records of public works. Everything refuses (404) what is not public, from the moment it is not. */
@Injectable()
export class WorksService {
  constructor(
    private readonly gallery: GalleryRepository,
    private readonly works: WorkRepository,
    private readonly generations: GenerationService,
    private readonly origins: ProvenanceService,
  ) {}

  /** Storage key of a public work's file. Refuses (404) also what is no longer kept. */
  async fileOf(slug: string, file: 'video' | 'poster'): Promise<string> {
    return this.fileOfClip((await this.getPublic(slug)).generationId, file);
  }

  /** The caller has decided that it may be seen. */
  async fileOfClip(generationId: string, file: 'video' | 'poster'): Promise<string> {
    const { files } = await this.generations.get(generationId);
    if (files === null) throw refusal(approvalRefusals, 'not_found');
    return files[file];
  }

  /** Frames a second of a clip; the caller has decided that it may be seen. */
  async fpsOf(generationId: string): Promise<number> {
    return (await this.generations.get(generationId)).fps;
  }

  /** Where a public work comes from and how it is marked. The record does not name whom the work does not name. */
  async provenanceOf(slug: string): Promise<ProvenanceView> {
    const work = await this.getPublic(slug);
    const view = await this.origins.of(work.generationId);
    if (work.byline === 'name' || view.manifest === null) return view;
    return { ...view, manifest: { ...view.manifest, credit: null } };
  }

  /** The manifest store of a public work's file. Refuses (404) what carries none, or would tell a name that is not told. */
  async manifestOf(slug: string): Promise<object> {
    const work = await this.getPublic(slug);
    const { manifest } = await this.origins.of(work.generationId);
    if (work.byline !== 'name' && manifest?.credit != null) throw refusal(generationRefusals, 'no_manifest');
    return this.origins.manifestOf(work.generationId);
  }

  async getPublic(slug: string): Promise<WorkEntity> {
    const work = await this.gallery.find(slug);
    if (work === null) throw refusal(approvalRefusals, 'not_found');
    return work;
  }

  /** By id, public or not; unknown ones are missing. */
  async cards(ids: readonly string[]): Promise<Map<string, WorkCard>> {
    return this.works.listByIds(ids);
  }
}
