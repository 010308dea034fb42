import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/database';
import { LIST_LINE } from './line.sql';

/** What one artist has waiting in one pool. */
export interface LineRow {
  readonly pool: string;
  readonly enrollmentId: string;
  readonly queued: number;
  readonly throttled: number;
  readonly underWay: number;
  readonly waitingSeconds: number;
  readonly credits: bigint;
  readonly oldestAt: Date;
  readonly weight: number;
  readonly concurrency: number;
  /** Of all rows there are, not only of those listed. */
  readonly total: number;
}

@Injectable()
export class LineRepository {
  constructor(private readonly db: Database) {}

  /** Of one pool or of all, longest waiting first. */
  async list(pool: string | null, limit: number): Promise<LineRow[]> {
    return this.db.read<LineRow & Record<string, unknown>>(LIST_LINE, [pool, limit]);
  }
}
