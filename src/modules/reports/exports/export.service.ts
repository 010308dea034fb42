import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { decodeCursor, toPage } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import { Database } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { reportsRefusals } from '../contract';
import { exportWorkflow, FILES, isFormatOf, JOURNAL } from '../domain/export.workflow';
import { ReadingService } from '../readings/reading.service';
import type { ExportPage, ExportView, NewExportInput } from './export.dto';
import type { ExportEntity } from './export.entity';
import { ExportRepository } from './export.repository';
import { ExportViews } from './export-views.service';

const UNDER_WAY = 3;
const SHEET_ROWS = 50_000;

/** Files that are asked for: who, which reading, by which filters. */
@Injectable()
export class ExportService {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly exports: ExportRepository,
    private readonly views: ExportViews,
    private readonly readings: ReadingService,
    private readonly audit: AuditService,
  ) {}

  /** Refuses `unknown_reading`, `unknown_format`, wrong filters, `too_large_for_xlsx`, `too_many_exports`. */
  async create(me: Actor, input: NewExportInput, once: Once): Promise<ExportView> {
    const { reading, format, header = 'machine' } = input;
    const filters = await this.checked(input);
    return this.idempotency.run(once, async (tx) => {
      if ((await this.exports.countOpen(tx, me.id)) >= UNDER_WAY)
        throw refusal(reportsRefusals, 'too_many_exports');
      const id = newId('exp');
      await this.exports.insert(tx, { id, personId: me.id, reading, format, header, filters });
      await this.audit.record(tx, me, 'reports.export', id, { reading, format, ...filters });
      tx.afterCommit(() => this.views.ring(id));
      const row = await this.exports.lock(tx, id);
      return this.views.of(row as ExportEntity, me, tx);
    });
  }

  /** Everybody's: who may export sees what was exported. */
  async list(me: Actor, { cursor, limit }: { cursor?: string; limit: number }): Promise<ExportPage> {
    const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    const page = toPage(
      await this.exports.list(before, limit + 1),
      limit,
      ({ id }) => [id],
      (row) => row,
    );
    return { items: await this.views.all(page.items, me), next: page.next };
  }

  async get(me: Actor, id: string): Promise<ExportView> {
    return this.views.of(await this.known(id), me);
  }

  async cancel(me: Actor, id: string, once: Once): Promise<ExportView> {
    return this.idempotency.run(once, async (tx) => {
      const row = await this.exports.lock(tx, id);
      if (row === null) throw refusal(reportsRefusals, 'not_found');
      const decision = decide(exportWorkflow, row.state, 'cancel', me, {});
      if (decision.kind === 'refused')
        throw refusedMove(reportsRefusals, decision.code, exportWorkflow, row.state, 'cancel');
      if (decision.kind === 'already') return this.views.of(row, me, tx);
      await this.exports.move(tx, row, 'cancel', decision.to, me);
      await this.audit.record(tx, me, 'reports.cancel_export', id);
      return this.views.of({ ...row, state: decision.to }, me, tx);
    });
  }

  /** The file of an export that is ready; taking it is noted. Refuses `not_ready`. */
  async file(me: Actor, id: string): Promise<{ key: string; fileName: string }> {
    const row = await this.known(id);
    if (row.state !== 'ready' || row.blobKey === null)
      throw refusal(reportsRefusals, 'not_ready', { state: row.state });
    await this.db.tx((tx) => this.audit.record(tx, me, 'reports.download', id, { sha256: row.sha256 }));
    const day = row.createdAt.toISOString().slice(0, 10);
    return { key: row.blobKey, fileName: `${row.reading}-${day}.${FILES[row.format].ending}` };
  }

  private async checked({ reading, format, filters = {} }: NewExportInput): Promise<Record<string, string>> {
    if (reading === JOURNAL && Object.values(filters).every((value) => value === undefined)) {
      if (!isFormatOf(reading, format)) throw refusal(reportsRefusals, 'unknown_format', { reading, format });
      return {};
    }
    const { criteria } = this.readings.asked(reading, filters);
    if (!isFormatOf(reading, format)) throw refusal(reportsRefusals, 'unknown_format', { reading, format });
    const rows = format === 'xlsx' ? (await this.readings.sums(reading, criteria)).rows : 0;
    if (rows > SHEET_ROWS) throw refusal(reportsRefusals, 'too_large_for_xlsx', { rows, atMost: SHEET_ROWS });
    return { ...criteria };
  }

  private async known(id: string): Promise<ExportEntity> {
    const row = await this.exports.find(id);
    if (row === null) throw refusal(reportsRefusals, 'not_found');
    return row;
  }
}
