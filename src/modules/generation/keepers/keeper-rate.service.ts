import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { toJsonInteger } from '../../../kernel/money';
import { refusal } from '../../../kernel/refusal';
import type { CsvRow } from '../../../platform/http/csv';
import { may, PeopleService } from '../../access';
import { generationRefusals } from '../contract';
import { promptBands } from '../domain/prompt-bands';
import type { KeeperRatesQuery, KeeperRatesView, KeeperRateView, ProjectListView } from './keeper-rate.dto';
import { KeeperRateRepository, type RateRow } from './keeper-rate.repository';

export const RATES_HEADER = [
  'by', 'key', 'name', 'attempts', 'keepers', 'minutes', 'credits', 'attempts_per_keeper', 'minutes_per_keeper', 'credits_per_keeper',
] as const; // prettier-ignore

const tenths = (value: number): number => Math.round(value * 10) / 10;

function rateOf({ attempts, keepers, minutes, credits }: RateRow, key: string, name = key): KeeperRateView {
  const spent = toJsonInteger(credits);
  const perKeeper = (value: number): number | null => (keepers === 0 ? null : tenths(value / keepers));
  return {
    key,
    name,
    attempts,
    keepers,
    minutes: tenths(minutes),
    credits: spent,
    attemptsPerKeeper: perKeeper(attempts),
    minutesPerKeeper: perKeeper(minutes),
    creditsPerKeeper: perKeeper(spent),
  };
}

const NONE: RateRow = { by: 'all', key: null, attempts: 0, keepers: 0, minutes: 0, credits: 0n };

/** What a usable clip costs: attempts, minutes and credits. */
@Injectable()
export class KeeperRateService {
  constructor(
    private readonly rates: KeeperRateRepository,
    private readonly people: PeopleService,
  ) {}

  /**
   * Of everybody, by artist too, for who may see how full the pools are; own ones for others. Refuses `not_allowed` to
   * others who ask for somebody else's.
   */
  async of(actor: Actor, query: KeeperRatesQuery): Promise<KeeperRatesView> {
    const isStaff = may(actor, 'pool.read');
    if (!isStaff && query.personId !== undefined && query.personId !== actor.id)
      throw refusal(generationRefusals, 'not_allowed');
    const rows = await this.rates.rates(isStaff ? query : { ...query, personId: actor.id });
    const by = (what: RateRow['by']): RateRow[] => rows.filter((row) => row.by === what);
    const only = (what: RateRow['by']): KeeperRateView[] => by(what).map((row) => rateOf(row, row.key ?? ''));
    return {
      of: isStaff ? 'everybody' : 'own',
      all: rateOf(by('all')[0] ?? NONE, ''),
      byStyle: only('style'),
      byModel: only('model'),
      byPromptLength: byLength(by('band')),
      promptBands: [...promptBands],
      byArtist: isStaff ? await this.named(by('artist')) : [],
    };
  }

  /** The same as one table, a row for each artist, style, model and length. */
  async table(actor: Actor, query: KeeperRatesQuery): Promise<AsyncIterable<CsvRow>> {
    return rowsOf(await this.of(actor, query));
  }

  /** Own project names with what is under them. */
  async projects(actor: Actor): Promise<ProjectListView> {
    const rows = await this.rates.projects(actor.id);
    return { items: rows.map(({ lastAt, ...row }) => ({ ...row, lastAt: lastAt.toISOString() })) };
  }

  private async named(rows: readonly RateRow[]): Promise<KeeperRateView[]> {
    const people = await this.people.cards(rows.flatMap(({ key }) => (key === null ? [] : [key])));
    return rows.map((row) => rateOf(row, row.key ?? '', people.get(row.key ?? '')?.name ?? ''));
  }
}

/** The database numbers the bands from 1. */
function byLength(rows: readonly RateRow[]): KeeperRateView[] {
  return promptBands.flatMap(({ key }, place) => {
    const row = rows.find((one) => Number(one.key) === place + 1);
    return row === undefined ? [] : [rateOf(row, key)];
  });
}

async function* rowsOf({
  all,
  byArtist,
  byStyle,
  byModel,
  byPromptLength,
}: KeeperRatesView): AsyncGenerator<CsvRow> {
  const parts = {
    all: [all],
    artist: byArtist,
    style: byStyle,
    model: byModel,
    prompt_length: byPromptLength,
  };
  for (const [by, rates] of Object.entries(parts)) {
    for (const rate of rates)
      yield [
        by, rate.key, rate.name, rate.attempts, rate.keepers, rate.minutes, rate.credits, rate.attemptsPerKeeper,
        rate.minutesPerKeeper, rate.creditsPerKeeper,
      ]; // prettier-ignore
  }
}
