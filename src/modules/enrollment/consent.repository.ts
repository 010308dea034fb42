import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/db/database';
import type { ConsentEntity } from './consent.entity';
import { INSERT_CONSENT, LIST_LATEST_CONSENTS } from './enrollment.sql';

export type ConsentLine = Pick<ConsentEntity, 'enrollmentId' | 'termsId' | 'termsVersion' | 'hash' | 'at'>;

@Injectable()
export class ConsentRepository {
  constructor(private readonly db: Database) {}

  /** The consent to the newest version of each enrollment, by enrollment id. */
  async listLatest(enrollmentIds: readonly string[]): Promise<Map<string, ConsentLine>> {
    if (enrollmentIds.length === 0) return new Map();
    const rows = await this.db.read<ConsentLine>(LIST_LATEST_CONSENTS, [enrollmentIds]);
    return new Map(rows.map((row) => [row.enrollmentId, row]));
  }

  /** `false`: this version was consented to before, and that consent stands. */
  async insert(tx: Tx, consent: Omit<ConsentEntity, 'at'>): Promise<boolean> {
    const { id, enrollmentId, personId, termsId, termsVersion, hash, address, agent } = consent;
    const values = [id, enrollmentId, personId, termsId, termsVersion, hash, address, agent];
    return (await tx.run(INSERT_CONSENT, values)) === 1;
  }
}
