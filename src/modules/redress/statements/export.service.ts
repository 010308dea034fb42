import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { Settings } from '../../../platform/config/settings';
import { csvFile, type CsvRow } from '../../../platform/http/csv';
import { Database } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import {
  isReportable,
  TRANSPARENCY_FIELDS,
  transparencyRecord,
  type TransparencyRecord,
} from '../domain/transparency';
import type { ExportFormat, StatementFilterQuery } from './statement.dto';
import { StatementRepository } from './statement.repository';

const PAGE = 500;
const cell = (value: string | readonly string[]): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** Statements as files. */
@Injectable()
export class StatementExportService {
  constructor(
    private readonly statements: StatementRepository,
    private readonly settings: Settings,
    private readonly audit: AuditService,
    private readonly db: Database,
  ) {}

  /**
   * What has taken effect, newest first, in the schema of the EC transparency database: one record an object (JSON, an
   * array under `statements`) or a line (CSV, lists as JSON). Kinds that the schema has no word for are left out. Read
   * while it is written, so that its size does not matter.
   */
  async transparency(me: Actor, filter: StatementFilterQuery, format: ExportFormat): Promise<StreamableFile> {
    await this.db.tx((tx) => this.audit.record(tx, me, 'redress.export', 'transparency', { format }));
    const records = this.records(filter);
    return format === 'csv'
      ? csvFile('statements-of-reasons.csv', TRANSPARENCY_FIELDS, rows(records))
      : new StreamableFile(Readable.from(json(records)), {
          type: 'application/json; charset=utf-8',
          disposition: 'attachment; filename="statements-of-reasons.json"',
        });
  }

  private async *records(filter: StatementFilterQuery): AsyncGenerator<TransparencyRecord> {
    const address = (this.settings.publicUrl ?? `http://localhost:${this.settings.port}`).replace(/\/+$/, '');
    for (let before: string | null = null; ;) {
      const page = await this.statements.list({ ...filter, isTold: true }, before, PAGE);
      for (const row of page.filter(({ kind }) => isReportable(kind))) {
        const record = transparencyRecord(row, address);
        if (record !== null) yield record;
      }
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return;
      before = last.id;
    }
  }
}

async function* rows(records: AsyncIterable<TransparencyRecord>): AsyncGenerator<CsvRow> {
  for await (const record of records) yield TRANSPARENCY_FIELDS.map((field) => cell(record[field]));
}

/** Only the members that say something: the interface of the database refuses empty texts. */
async function* json(records: AsyncIterable<TransparencyRecord>): AsyncGenerator<string> {
  yield '{"statements":[';
  let separator = '';
  for await (const record of records) {
    const said = Object.entries(record).filter(([, value]) => value !== '');
    yield `${separator}\n${JSON.stringify(Object.fromEntries(said))}`;
    separator = ',';
  }
  yield ']}\n';
}
