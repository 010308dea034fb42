import { Injectable } from '@nestjs/common';
import { toJsonInteger } from '../../../kernel/money';
import { account, TotalsService, type AccountName, type TotalLine } from '../../ledger';
import { ProgramService } from '../../program';
import { purseAccount } from '../domain/recipes';
import { PurseRepository } from '../windows/purse.repository';
import type { CreditSumsView, ProgramCreditsView } from './picture.dto';

/** What became of all credits of a programme, read from the ledger. */
@Injectable()
export class PictureService {
  constructor(
    private readonly programs: ProgramService,
    private readonly purses: PurseRepository,
    private readonly totals: TotalsService,
  ) {}

  /** By id or slug. Refuses `not_found`. */
  async of(idOrSlug: string): Promise<ProgramCreditsView> {
    const { id } = await this.programs.get(idOrSlug);
    const artists = (await this.purses.listOfProgram(id)).filter(({ kind }) => kind === 'artist');
    const own = artists.map(purseAccount);
    const [ownSums, pool] = await Promise.all([this.sums(own), this.sums([account.pool(id)])]);
    const hasMoved = pool.granted > 0 || pool.balance > 0;
    return { programId: id, artists: artists.length, own: ownSums, pool: hasMoved ? pool : null };
  }

  private async sums(accounts: readonly AccountName[]): Promise<CreditSumsView> {
    const [lines, now] = await Promise.all([this.totals.totals(accounts), this.totals.together(accounts)]);
    const moved = (kind: string, way: 'came' | 'went'): number =>
      toJsonInteger(lines.reduce((sum, line: TotalLine) => sum + (line.kind === kind ? line[way] : 0n), 0n));
    return {
      granted: moved('quota.granted', 'came'),
      toppedUp: moved('quota.topped_up', 'came'),
      goodwill: moved('quota.goodwill_given', 'came'),
      madeGood: moved('quota.made_good', 'came'),
      expired: moved('quota.expired', 'went'),
      spent: moved('quota.charged', 'went'),
      balance: toJsonInteger(now.balance),
      held: toJsonInteger(now.held),
      available: toJsonInteger(now.available),
    };
  }
}
