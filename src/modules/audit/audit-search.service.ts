import { Injectable } from '@nestjs/common';
import type { Page } from '../../kernel/page';
import { refusal } from '../../kernel/refusal';
import { PeopleService } from '../access';
import { auditEntryView, type AuditEntryDetail, type AuditEntryView } from './audit.dto';
import { AuditRepository, type AuditFilter } from './audit.repository';
import { auditRefusals } from './contract';

/** The log for those who may read it. */
@Injectable()
export class AuditSearch {
  constructor(
    private readonly entries: AuditRepository,
    private readonly people: PeopleService,
  ) {}

  /** Entries, newest first, with the names of who acted. */
  async list(
    filter: AuditFilter,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<Page<AuditEntryView>> {
    const { items, next } = await this.entries.list(filter, cursor, limit);
    const names = await this.people.cards([...new Set(items.map(({ actor }) => actor))]);
    return { items: items.map((row) => auditEntryView(row, names)), next };
  }

  /** One entry with the seal over it. Refuses `not_found`. */
  async get(id: string): Promise<AuditEntryDetail> {
    const row = /^\d{1,18}$/.test(id) ? await this.entries.find(BigInt(id)) : null;
    if (row === null) throw refusal(auditRefusals, 'not_found');
    const [seal, names] = await Promise.all([this.entries.sealOver(row), this.people.cards([row.actor])]);
    return {
      ...auditEntryView(row, names),
      seal: seal && { id: String(seal.id), at: seal.at.toISOString(), hash: seal.hash.toString('hex') },
    };
  }

  /** Every kind of act that the log holds. */
  async acts(): Promise<string[]> {
    return this.entries.acts();
  }
}
