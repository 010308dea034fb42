import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { lookFor } from '../domain/style';
import { KeeperRateRepository, type RateRow } from '../keepers/keeper-rate.repository';
import { ProviderRegistry } from '../providers/registry.provider';
import type { StyleListView, StyleRateView, StyleView } from './style.dto';
import type { StyleEntity } from './style.entity';
import { StyleService } from './style.service';

/** Fewer attempts than these say nothing of a style, and might say something of a person. */
const ENOUGH = 10;

type Rates = ReadonlyMap<string, RateRow>;

/** The styles there are, with how often a clip made with each was kept. */
@Injectable()
export class GalleryService {
  constructor(
    private readonly styles: StyleService,
    private readonly rates: KeeperRateRepository,
    private readonly providers: ProviderRegistry,
  ) {}

  /** The newest version of each; with the caller's own rate where the caller makes clips. */
  async list(actor: Actor): Promise<StyleListView> {
    const isArtist = actor.roles.includes('artist');
    const [published, all, own] = await Promise.all([
      this.styles.listPublished(),
      this.ratesOf(null),
      isArtist ? this.ratesOf(actor.id) : null,
    ]);
    const newest = published.filter((style, index) => published[index - 1]?.key !== style.key);
    return { items: newest.map((style) => this.viewOf(style, all, own)) };
  }

  private async ratesOf(personId: string | null): Promise<Rates> {
    const rows = await this.rates.rates(personId === null ? {} : { personId });
    return new Map(rows.filter(({ by }) => by === 'style').map((row) => [row.key ?? '', row]));
  }

  private viewOf(style: StyleEntity, all: Rates, own: Rates | null): StyleView {
    const { id, key, version, name, description } = style;
    const providers = this.providers.all().map(({ provider }) => ({
      provider: provider.key,
      isSpoken: lookFor(style, provider.key) !== null,
    }));
    const rate = rateOf(all.get(key), ENOUGH);
    return {
      id,
      key,
      version,
      name,
      description,
      providers,
      rate,
      ownRate: own === null ? null : rateOf(own.get(key), 1),
    };
  }
}

function rateOf(row: RateRow | undefined, enough: number): StyleRateView {
  if (row === undefined || row.attempts < enough) return { attempts: 0, keepers: 0, keeperPercent: null };
  const { attempts, keepers } = row;
  return { attempts, keepers, keeperPercent: Math.round((100 * keepers) / attempts) };
}
