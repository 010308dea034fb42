import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { toJsonInteger } from '../../../kernel/money';
import { may } from '../../access';
import type { KeeperRatesView, KeeperRateView, ProjectListView } from './keeper-rate.dto';
import { KeeperRateRepository, type RateRow } from './keeper-rate.repository';

const tenths = (value: number): number => Math.round(value * 10) / 10;

function rateOf({ key, attempts, keepers, minutes, credits }: Omit<RateRow, 'by'>): KeeperRateView {
  const spent = toJsonInteger(credits);
  const perKeeper = (value: number): number | null => (keepers === 0 ? null : tenths(value / keepers));
  return {
    key: key ?? '',
    attempts,
    keepers,
    minutes: tenths(minutes),
    credits: spent,
    attemptsPerKeeper: perKeeper(attempts),
    minutesPerKeeper: perKeeper(minutes),
    creditsPerKeeper: perKeeper(spent),
  };
}

const NONE = { key: null, attempts: 0, keepers: 0, minutes: 0, credits: 0n };

/** What a usable clip costs: attempts, minutes and credits. */
@Injectable()
export class KeeperRateService {
  constructor(private readonly rates: KeeperRateRepository) {}

  /** Of everybody, by artist too, for who may see how full the pools are; own ones for others. */
  async of(actor: Actor): Promise<KeeperRatesView> {
    const isStaff = may(actor, 'pool.read');
    const rows = await this.rates.rates(isStaff ? null : actor.id);
    const only = (by: RateRow['by']): KeeperRateView[] => rows.filter((row) => row.by === by).map(rateOf);
    return {
      of: isStaff ? 'everybody' : 'own',
      all: only('all')[0] ?? rateOf(NONE),
      byStyle: only('style'),
      byModel: only('model'),
      byArtist: isStaff ? only('artist') : [],
    };
  }

  /** Own project names with what is under them. */
  async projects(actor: Actor): Promise<ProjectListView> {
    const rows = await this.rates.projects(actor.id);
    return { items: rows.map(({ lastAt, ...row }) => ({ ...row, lastAt: lastAt.toISOString() })) };
  }
}
