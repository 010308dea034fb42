import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { refusal } from '../../kernel/refusal';
import { may } from '../access/contract';
import { PeopleService } from '../access';
import { ProgramService } from '../program';
import { compensationRefusals } from './contract';
import { CorrectionViewService } from './corrections/correction-view.service';
import { moneyView } from '../../platform/http/money.dto';
import type { EarningEntity } from './earning.entity';
import { earningView, type EarningDetailView, type EarningPage } from './earning.dto';
import type { EarningTotalsView } from './exports/export.dto';
import { EarningRepository, type EarningFilter } from './earning.repository';

/** Earnings as people read them: with their cause in a sentence, and for one of them everything behind it. */
@Injectable()
export class EarningViewService {
  constructor(
    private readonly earnings: EarningRepository,
    private readonly people: PeopleService,
    private readonly programs: ProgramService,
    private readonly corrections: CorrectionViewService,
  ) {}

  /** Newest first, with the names of their programmes and people. */
  async list(filter: EarningFilter, page: { cursor?: string; limit: number }): Promise<EarningPage> {
    const { items, next } = await this.earnings.list(filter, page.cursor, page.limit);
    return { items: await this.named(items), next };
  }

  /** Count and sums of the whole filtered set. */
  async totals(filter: EarningFilter): Promise<EarningTotalsView> {
    const rows = await this.earnings.totals(filter);
    return {
      items: rows.map(({ currency, count, amount, withheld, late }) => ({
        count,
        late,
        amount: moneyView({ amount, currency }),
        withheld: moneyView({ amount: withheld, currency }),
      })),
    };
  }

  /** One's own, or for finance anybody's. Refuses `not_found`. */
  async get(me: Actor, id: string): Promise<EarningDetailView> {
    const row = await this.earnings.find(id);
    if (row === null || (row.personId !== me.id && !may(me, 'earning.read_any')))
      throw refusal(compensationRefusals, 'not_found');
    const [history, following, correction] = await Promise.all([
      this.earnings.listHistory(id),
      this.earnings.listFollowing(row),
      this.corrections.ofEarning(row),
    ]);
    const [view] = await this.named([row]);
    return {
      ...(view as EarningPage['items'][number]),
      reference: `earning:${id}`,
      source: row.source,
      correction,
      history: history.map(({ verb, from, to, note, at }) => ({
        verb,
        from,
        to,
        note,
        at: at.toISOString(),
      })),
      following: await this.named(following),
    };
  }

  private async named(rows: readonly EarningEntity[]): Promise<EarningPage['items']> {
    const [people, programs] = await Promise.all([
      this.people.cards([...new Set(rows.map(({ personId }) => personId))]),
      this.programs.cards(rows.map(({ programId }) => programId)),
    ]);
    const now = new Date();
    return rows.map((row) =>
      earningView(row, now, {
        personName: people.get(row.personId)?.name ?? row.personId,
        programName: programs.get(row.programId)?.name ?? row.programId,
      }),
    );
  }
}
