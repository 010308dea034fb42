import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { Database } from '../../platform/db/database';
import type { CsvRow } from '../../platform/http/csv';
import { AuditRepository, type AuditFilter } from './audit.repository';
import { AuditService } from './audit.service';

const AT_ONCE = 500;

export const AUDIT_COLUMNS = ['entry', 'at', 'actor', 'via', 'key', 'act', 'subject', 'details'] as const;

/** The log as rows of a file. Taking a copy is an act of its own, and noted before the first row leaves. */
@Injectable()
export class AuditExport {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly entries: AuditRepository,
  ) {}

  async rows(me: Actor, filter: AuditFilter): Promise<AsyncIterable<CsvRow>> {
    await this.db.tx((tx) => this.audit.record(tx, me, 'audit.export', 'audit', { ...filter }));
    return this.read(filter);
  }

  private async *read(filter: AuditFilter): AsyncGenerator<CsvRow> {
    let cursor: string | undefined;
    do {
      const page = await this.entries.list(filter, cursor, AT_ONCE);
      for (const { id, at, actor, via, keyId, act, subject, details } of page.items)
        yield [id, at, actor, via, keyId, act, subject, JSON.stringify(details)];
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  }
}
