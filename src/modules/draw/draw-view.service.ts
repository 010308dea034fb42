import { Injectable } from '@nestjs/common';
import { refusal } from '../../kernel/refusal';
import { drawRefusals } from './contract';
import { drawOrder, publicFile, resultFile } from './domain/drawing';
import { drawView, type DrawPage, type DrawQuery, type DrawView } from './draw.dto';
import { entriesOf, type DrawEntity } from './draw.entity';
import { DrawRepository } from './draw.repository';

const publicText = (row: DrawEntity): string =>
  publicFile({
    id: row.id,
    title: row.title,
    places: row.places,
    seedHash: row.seedHash,
    committedAt: row.committedAt.toISOString(),
    list:
      row.listDigest === null || row.frozenAt === null
        ? null
        : { digest: row.listDigest, frozenAt: row.frozenAt.toISOString(), entries: entriesOf(row) },
    seed:
      row.seed === null || row.revealedAt === null
        ? null
        : { value: row.seed, revealedAt: row.revealedAt.toISOString() },
  });

/** What everybody may read of draws: all of it, the seed once it is revealed. */
@Injectable()
export class DrawViewService {
  constructor(private readonly draws: DrawRepository) {}

  async list({ cursor, limit, ...filter }: DrawQuery): Promise<DrawPage> {
    const { items, next } = await this.draws.list(filter, cursor, limit);
    return { items: items.map(drawView), next };
  }

  async get(id: string): Promise<DrawView> {
    return drawView(await this.draws.get(id));
  }

  /** One of the two public texts of a draw; refuses `draw.not_drawn` for the result while the seed is secret. */
  async text(id: string, which: 'file' | 'result'): Promise<string> {
    const row = await this.draws.get(id, true);
    if (which === 'file') return publicText(row);
    if (row.seed === null) throw refusal(drawRefusals, 'not_drawn');
    return resultFile(drawOrder(row.seed, entriesOf(row)));
  }
}
