import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { moneyView } from '../../../platform/http/money.dto';
import { approvalRefusals } from '../contract';
import { creditOf } from '../domain/farewell';
import { pathsOf } from '../domain/shown-work';
import { ArtistNamesService } from '../works/artist-names.service';
import type { WorkEntity } from '../works/work.entity';
import { WorkRepository } from '../works/work.repository';
import { isRunning } from './consent.mapping';
import { WorkConsentRepository } from './consent.repository';
import type {
  ConsentingPage,
  ConsentingQuery,
  LicenceGrantedPage,
  LicenceGrantedView,
  LicenceQuery,
} from './licence.dto';
import type { LicenceEntity } from './licence.entity';
import { LicenceRepository } from './licence.repository';

const keyOf = (cursor: string | undefined): string | null =>
  cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);

/** What curators see: who agrees to what, and what was taken. */
@Injectable()
export class LicenceViewsService {
  constructor(
    private readonly works: WorkRepository,
    private readonly consents: WorkConsentRepository,
    private readonly licences: LicenceRepository,
    private readonly names: ArtistNamesService,
  ) {}

  /** Licences, newest first. */
  async list({ programId, cursor, limit }: LicenceQuery): Promise<LicenceGrantedPage> {
    const rows = await this.licences.list(programId ?? null, keyOf(cursor), limit + 1);
    const views = new Map((await this.views(rows)).map((view) => [view.id, view]));
    return toPage(
      rows,
      limit,
      ({ id }) => [id],
      ({ id }) => views.get(id) as LicenceGrantedView,
    );
  }

  async get(id: string): Promise<LicenceGrantedView> {
    const row = await this.licences.get(id);
    const [view] = row === null ? [] : await this.views([row]);
    if (view === undefined) throw refusal(approvalRefusals, 'not_found');
    return view;
  }

  /** Works whose artists agree to a use, the newest consent first. */
  async consenting({
    use = 'marketing',
    programId,
    cursor,
    limit,
  }: ConsentingQuery): Promise<ConsentingPage> {
    const rows = await this.consents.listOfUse(use, programId ?? null, keyOf(cursor), limit + 1);
    const ids = rows.map(({ workId }) => workId);
    const [works, licences] = await Promise.all([this.works.listByIds(ids), this.licences.listOf(ids)]);
    const names = await this.names.of(rows.map(({ personId }) => personId));
    return toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) => {
        const work = works.get(row.workId) as WorkEntity;
        const taken = licences.filter((licence) => licence.workId === row.workId && licence.use === use);
        return {
          workId: work.id,
          title: work.title,
          slug: work.slug,
          credit: creditOf(work.byline, names.get(work.personId)),
          posterUrl: pathsOf(work.slug).poster,
          programId: work.programId,
          use,
          agreedPrice: moneyView({ amount: BigInt(row.price), currency: row.currency }),
          agreedAt: row.givenAt.toISOString(),
          isPublic: work.isListed && !work.isTakenDown,
          licences: taken.length,
          isLicensed: taken.some(isRunning),
        };
      },
    );
  }

  private async views(rows: readonly LicenceEntity[]): Promise<LicenceGrantedView[]> {
    const works = await this.works.listByIds(rows.map(({ workId }) => workId));
    const names = await this.names.of(rows.map(({ personId }) => personId));
    return rows.map((row) => {
      const { id, workId, programId, use, purpose, roundId } = row;
      const { title, slug, byline } = works.get(workId) as WorkEntity;
      return {
        id,
        workId,
        title,
        slug,
        credit: creditOf(byline, names.get(row.personId)),
        programId,
        use,
        purpose,
        roundId,
        grantedAt: row.grantedAt.toISOString(),
        endsAt: row.endsAt.toISOString(),
        endedAt: row.endedAt?.toISOString() ?? null,
        isRunning: isRunning(row),
      };
    });
  }
}
