import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { toJsonInteger } from '../../../kernel/money';
import { available } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { QueueService } from '../../../platform/queue/queue.service';
import { PeopleService } from '../../access';
import { exportWorkflow } from '../domain/export.workflow';
import type { ExportView } from './export.dto';
import type { ExportEntity } from './export.entity';
import { writeExport } from './export.jobs';

const number = (value: bigint | null): number | null => (value === null ? null : toJsonInteger(value));

/** Exports as they are shown, with the name of who asked. */
@Injectable()
export class ExportViews {
  constructor(
    private readonly people: PeopleService,
    private readonly queue: QueueService,
  ) {}

  async of(row: ExportEntity, me: Actor, tx?: Tx): Promise<ExportView> {
    const [view] = await this.all([row], me, tx);
    return view as ExportView;
  }

  async all(rows: readonly ExportEntity[], me: Actor, tx?: Tx): Promise<ExportView[]> {
    const cards = await this.people.cards(
      rows.map(({ personId }) => personId),
      tx,
    );
    return rows.map((row) => ({
      id: row.id,
      personId: row.personId,
      person: cards.get(row.personId)?.name ?? row.personId,
      reading: row.reading,
      format: row.format,
      filters: row.filters,
      state: row.state,
      rowsTotal: number(row.rowsTotal),
      rowsDone: toJsonInteger(row.rowsDone),
      totals: [...(row.totals ?? [])],
      bytes: number(row.bytes),
      sha256: row.sha256,
      reason: row.reason,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt?.toISOString() ?? null,
      available: available(exportWorkflow, row.state, me, {}),
    }));
  }

  /** Wakes a writer. A ring that is lost is made good by the sweep. */
  ring(exportId: string): void {
    const job = { kind: writeExport, id: `export-${exportId}`, data: { exportId } };
    void this.queue.add(job).catch(() => undefined);
  }
}
