import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import type { PageQuery } from '../../../platform/http/page-query.dto';
import { AuditService } from '../../audit';
import { approvalRefusals } from '../contract';
import type { Use } from '../domain/showcase';
import type { WorkEntity } from '../works/work.entity';
import { WorkRepository } from '../works/work.repository';
import type { OwnConsentsView } from './consent.dto';
import { ownConsents } from './consent.mapping';
import { WorkConsentRepository } from './consent.repository';
import { LicenceRepository } from './licence.repository';
import { UsePriceService } from './price.service';

/** What artists agree to. Each use by itself, at the price they see, for as long as they like. */
@Injectable()
export class WorkConsentsService {
  constructor(
    private readonly db: Database,
    private readonly works: WorkRepository,
    private readonly consents: WorkConsentRepository,
    private readonly licences: LicenceRepository,
    private readonly prices: UsePriceService,
    private readonly audit: AuditService,
  ) {}

  /** One's own works with each use: its price, whether it is agreed to, and the licences that were granted. */
  async list(me: Actor, { cursor, limit }: PageQuery): Promise<Page<OwnConsentsView>> {
    const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    const rows = await this.works.listOf(me.id, before, limit + 1);
    const views = new Map((await this.views(rows)).map((view) => [view.workId, view]));
    return toPage(
      rows,
      limit,
      ({ id }) => [id],
      ({ id }) => views.get(id) as OwnConsentsView,
    );
  }

  /**
   * Agrees to a use at the price that is named. Refuses `use_unpriced`, and `price_changed` where the card in force says
   * another. Agreeing again at the same price is success; at a new one it stands in the place of the old.
   */
  async give(me: Actor, workId: string, use: Use, price: bigint): Promise<OwnConsentsView> {
    return this.own(me, workId, async (tx, work) => {
      const now = (await this.prices.of(work.programId, tx)).get(use);
      if (now === undefined) throw refusal(approvalRefusals, 'use_unpriced', { use });
      if (now.amount !== price)
        throw refusal(approvalRefusals, 'price_changed', {
          price: now.amount.toString(),
          currency: now.currency,
        });
      const standing = await this.consents.lock(tx, workId, use);
      if (standing !== null && standing.price === price.toString() && standing.currency === now.currency)
        return;
      if (standing !== null) await this.consents.revoke(tx, standing.id);
      const id = newId('cns');
      const { personId, programId } = work;
      const at = { price: price.toString(), currency: now.currency, rateCardVersion: now.version };
      await this.consents.insert(tx, { id, workId, personId, programId, use, ...at });
      await this.audit.record(tx, me, 'approval.give_consent', workId, { consentId: id, use, ...at });
    });
  }

  /** From the commit on it is used no more: running licences end. What they earned stays earned. Safe twice. */
  async revoke(me: Actor, workId: string, use: Use): Promise<OwnConsentsView> {
    return this.own(me, workId, async (tx) => {
      const standing = await this.consents.lock(tx, workId, use);
      if (standing === null) return;
      await this.consents.revoke(tx, standing.id);
      const ended = await this.licences.endOf(tx, standing.id);
      await this.audit.record(tx, me, 'approval.revoke_consent', workId, {
        consentId: standing.id,
        use,
        ended,
      });
    });
  }

  private async own(
    me: Actor,
    id: string,
    act: (tx: Tx, work: WorkEntity) => Promise<void>,
  ): Promise<OwnConsentsView> {
    const work = await this.db.tx(async (tx) => {
      const row = await this.works.lock(tx, id);
      if (row === null || row.personId !== me.id) throw refusal(approvalRefusals, 'not_found');
      await act(tx, row);
      return row;
    });
    return (await this.views([work]))[0] as OwnConsentsView;
  }

  private async views(works: readonly WorkEntity[]): Promise<OwnConsentsView[]> {
    const ids = works.map(({ id }) => id);
    const [consents, licences] = await Promise.all([this.consents.standing(ids), this.licences.listOf(ids)]);
    const programs = [...new Set(works.map(({ programId }) => programId))];
    const prices = new Map(
      await Promise.all(programs.map(async (id) => [id, await this.prices.of(id)] as const)),
    );
    return works.map((work) => ownConsents(work, { consents, licences, prices: prices.get(work.programId) }));
  }
}
