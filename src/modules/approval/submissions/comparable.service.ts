import { Injectable } from '@nestjs/common';
import { GenerationService } from '../../generation';
import { comparables } from '../domain/comparables';
import type { ComparableView } from './clip.dto';
import type { SubmissionEntity } from './submission.entity';
import { clipView } from './submission.mapping';
import { SubmissionRepository } from './submission.repository';

/** What a submission can be compared with: clips of the same artist that it comes from or that were handed in before it. */
@Injectable()
export class ComparableService {
  constructor(
    private readonly generations: GenerationService,
    private readonly submissions: SubmissionRepository,
  ) {}

  /** The nearest first; clips whose files are gone are left out. */
  async of(row: SubmissionEntity): Promise<ComparableView[]> {
    const { generationId, personId } = row;
    const lineage = await this.generations.lineage(personId, generationId);
    const earlier = await this.submissions.listEarlier(
      row,
      lineage.map((node) => node.id),
    );
    const found = comparables(generationId, lineage, earlier);
    const cards = await this.generations.cards(found.map((one) => one.clipId));
    return found.flatMap(({ clipId, kind, title }) => {
      const card = cards.get(clipId);
      if (card === undefined || card.files === null) return [];
      return [{ kind, title: title ?? card.prompt, clip: clipView(card) }];
    });
  }
}
