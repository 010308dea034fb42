import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/database';
import type { Brief } from '../domain/brief';
import { LINEAGE, LIST_BRIEFS } from './brief.sql';

type BriefRow = Brief & { readonly batchId: string } & Record<string, unknown>;

export interface LineageRow {
  readonly id: string;
  /** `null`: where it all began. */
  readonly parentId: string | null;
  readonly kind: 'origin' | 'final' | 'remix';
}

@Injectable()
export class BriefRepository {
  constructor(private readonly db: Database) {}

  async find(batchId: string): Promise<Brief | null> {
    return (await this.list([batchId])).get(batchId) ?? null;
  }

  /** By batch; those without a brief are missing. */
  async list(batchIds: readonly string[]): Promise<Map<string, Brief>> {
    if (batchIds.length === 0) return new Map();
    const rows = await this.db.read<BriefRow>(LIST_BRIEFS, [[...new Set(batchIds)]]);
    return new Map(rows.map((row) => [row.batchId, row]));
  }

  /** Everything of one person that a clip comes from or that came of it, oldest first. */
  async lineage(personId: string, id: string): Promise<LineageRow[]> {
    return this.db.read<LineageRow & Record<string, unknown>>(LINEAGE, [id, personId]);
  }
}
