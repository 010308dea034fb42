import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { ClipService } from '../clip.service';
import { GenerationService } from '../generation.service';
import { BriefRepository } from './brief.repository';
import type { LineageView } from './lineage.dto';

/** Drafts, finals and remixes of one another. */
@Injectable()
export class LineageService {
  constructor(
    private readonly clips: ClipService,
    private readonly generations: GenerationService,
    private readonly briefs: BriefRepository,
  ) {}

  /** Of an own clip, or of anybody's for staff who may read any. Refuses `not_found`. */
  async of(actor: Actor, id: string): Promise<LineageView> {
    await this.clips.view(actor, id);
    const { personId } = await this.generations.get(id);
    const rows = await this.briefs.lineage(personId, id);
    const views = await this.clips.views(
      actor,
      rows.map((row) => row.id),
    );
    const byId = new Map(views.map((view) => [view.id, view]));
    const items = rows.flatMap(({ id: node, parentId, kind }) => {
      const generation = byId.get(node);
      return generation === undefined ? [] : [{ generation, parentId, kind }];
    });
    return { items };
  }
}
