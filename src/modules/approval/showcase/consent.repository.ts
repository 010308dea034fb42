import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database, type Tx } from '../../../platform/db/database';
import type { Use } from '../domain/showcase';
import { WorkConsentEntity } from './consent.entity';

type NewConsent = Omit<WorkConsentEntity, 'givenAt' | 'revokedAt'>;

@Injectable()
export class WorkConsentRepository {
  constructor(private readonly db: Database) {}

  /** Those that stand, of these works. */
  async standing(workIds: readonly string[]): Promise<WorkConsentEntity[]> {
    return this.db.manager.findBy(WorkConsentEntity, { workId: In([...workIds]), revokedAt: IsNull() });
  }

  async lock(tx: Tx, workId: string, use: Use): Promise<WorkConsentEntity | null> {
    const where = { workId, use, revokedAt: IsNull() };
    return tx.manager.findOne(WorkConsentEntity, { where, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Tx, consent: NewConsent): Promise<void> {
    await tx.manager.insert(WorkConsentEntity, consent);
  }

  async revoke(tx: Tx, id: string): Promise<void> {
    await tx.run(`UPDATE approval_consents SET revoked_at = clock_timestamp() WHERE id = $1`, [id]);
  }

  /** For one use, that stand; newest first, those before the one of id `before`. */
  async listOfUse(
    use: Use,
    programId: string | null,
    before: string | null,
    limit: number,
  ): Promise<WorkConsentEntity[]> {
    const query = this.db.manager
      .createQueryBuilder(WorkConsentEntity, 'c')
      .orderBy('c.id', 'DESC')
      .limit(limit);
    query.where('c.use = :use AND c.revokedAt IS NULL', { use });
    if (programId !== null) query.andWhere('c.programId = :programId', { programId });
    if (before !== null) query.andWhere('c.id < :before', { before });
    return query.getMany();
  }
}
