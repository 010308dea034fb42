import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { programRefusals, RATE_ITEMS, type Program } from '../contract';
import { rateChanges } from '../domain/rate-card';
import { rateCardOf } from '../domain/versions';
import { maySeeDrafts } from '../domain/visibility';
import { ProgramService } from '../program.service';
import { rateCardView, type RateCardVersionView } from '../version.dto';
import { VersionRepository } from '../version.repository';
import type { RateCardChangesView, RateCardCompareQuery } from './rates.dto';
import type { RateCardListView } from './rate-list.dto';

/** Rate cards: to read and to compare, every version that was ever published. */
@Injectable()
export class RatesService {
  constructor(
    private readonly programs: ProgramService,
    private readonly versions: VersionRepository,
  ) {}

  /** Newest first, with what each item is for. */
  async list(me: Actor, idOrSlug: string): Promise<RateCardListView> {
    const { id, slug, name } = await this.visible(me, idOrSlug);
    const lines = (await this.versions.list(id)).filter(({ kind }) => kind === 'rate_card');
    const items = Object.entries(RATE_ITEMS).map(([item, row]) => ({ item, ...row }));
    const cards = await Promise.all(lines.map(({ version }) => this.version(id, version)));
    return { programId: id, slug, name, items, cards };
  }

  async read(me: Actor, idOrSlug: string, version: number): Promise<RateCardVersionView> {
    return this.version((await this.visible(me, idOrSlug)).id, version);
  }

  /** What changed between two versions, line by line. Refuses `nothing_published`. */
  async compare(
    me: Actor,
    idOrSlug: string,
    { from, to }: RateCardCompareQuery,
  ): Promise<RateCardChangesView> {
    const { id } = await this.visible(me, idOrSlug);
    const newest = to ?? (await this.versions.findNewest(id, 'rate_card'))?.version;
    if (newest === undefined) throw refusal(programRefusals, 'nothing_published', { kind: 'rate_card' });
    const later = await this.version(id, newest);
    const before = from ?? newest - 1;
    const earlier = before === 0 ? null : await this.version(id, before);
    return { from: before, to: newest, currency: later.currency, changes: rateChanges(earlier, later) };
  }

  private async version(programId: string, version: number): Promise<RateCardVersionView> {
    const stored = await this.versions.find(programId, 'rate_card', version);
    if (stored === null) throw refusal(programRefusals, 'not_found');
    return rateCardView(rateCardOf(stored));
  }

  private async visible(me: Actor, idOrSlug: string): Promise<Program> {
    const program = await this.programs.get(idOrSlug);
    if (program.state === 'draft' && !maySeeDrafts(me)) throw refusal(programRefusals, 'not_found');
    return program;
  }
}
