import { Injectable } from '@nestjs/common';
import { refusal } from '../../kernel/refusal';
import { generationRefusals, type GenerationCard } from './contract';
import { cardOf } from './generation.mapping';
import { GenerationRepository } from './generation.repository';
import { BriefRepository, type LineageRow } from './styles/brief.repository';
import { WithheldService } from './stopped/withheld.service';

/** What other modules may ask about generations. */
@Injectable()
export class GenerationService {
  constructor(
    private readonly generations: GenerationRepository,
    private readonly withheld: WithheldService,
    private readonly briefs: BriefRepository,
  ) {}

  /** Refuses `not_found`. */
  async get(id: string): Promise<GenerationCard> {
    const card = (await this.cards([id])).get(id);
    if (card === undefined) throw refusal(generationRefusals, 'not_found');
    return card;
  }

  /** By id; unknown ids are missing from the map. */
  async cards(ids: readonly string[]): Promise<Map<string, GenerationCard>> {
    const unique = [...new Set(ids)];
    const [rows, files] = await Promise.all([
      this.generations.listByIds(unique),
      this.generations.listFiles(unique),
    ]);
    return new Map(rows.map((row) => [row.id, cardOf(row, files.get(row.id) ?? [])]));
  }

  /** Everything of one person that a clip comes from or that came of it, oldest first. */
  async lineage(personId: string, id: string): Promise<LineageRow[]> {
    return this.briefs.lineage(personId, id);
  }

  /** A keeper of this person. Refuses `not_found` (somebody else's included), `not_a_keeper` and `withheld`. */
  async keeperFor(personId: string, id: string): Promise<GenerationCard> {
    const card = (await this.cards([id])).get(id);
    if (card === undefined || card.personId !== personId) throw refusal(generationRefusals, 'not_found');
    if (!card.isKeeper) throw refusal(generationRefusals, 'not_a_keeper');
    const row = await this.generations.find(id);
    const withheld = row === null ? null : await this.withheld.from({ roles: ['artist'] }, [row]);
    if (withheld?.has(id) === true) throw refusal(generationRefusals, 'withheld');
    return card;
  }
}
