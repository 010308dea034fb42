import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database, type Tx } from '../../../platform/db/database';
import { LicenceEntity } from './licence.entity';
import { END_PAST } from './showcase.sql';

export type NewLicence = Omit<LicenceEntity, 'grantedAt' | 'endedAt'>;

@Injectable()
export class LicenceRepository {
  constructor(private readonly db: Database) {}

  async insert(tx: Tx, licence: NewLicence): Promise<void> {
    await tx.manager.insert(LicenceEntity, licence);
  }

  /** Whether a licence for a single use of the work is running. */
  async isRunning(tx: Tx, workId: string, use: string): Promise<boolean> {
    await tx.run(END_PAST, [workId, use]);
    const found = await tx.query(
      `SELECT 1 FROM approval_licences WHERE work_id = $1 AND use = $2 AND round_id IS NULL AND ended_at IS NULL`,
      [workId, use],
    );
    return found.length > 0;
  }

  /** Ends what stands on a consent, at once. Returns how many were running. */
  async endOf(tx: Tx, consentId: string): Promise<number> {
    return tx.run(
      `UPDATE approval_licences SET ended_at = clock_timestamp() WHERE consent_id = $1 AND ended_at IS NULL AND ends_at > now()`,
      [consentId],
    );
  }

  /** Of these works, newest first. */
  async listOf(workIds: readonly string[]): Promise<LicenceEntity[]> {
    return this.db.manager.find(LicenceEntity, {
      where: { workId: In([...workIds]) },
      order: { id: 'DESC' },
      take: 1000,
    });
  }

  /** Everybody's, newest first, those before the one of id `before`. */
  async list(programId: string | null, before: string | null, limit: number): Promise<LicenceEntity[]> {
    const query = this.db.manager.createQueryBuilder(LicenceEntity, 'l').orderBy('l.id', 'DESC').limit(limit);
    if (programId !== null) query.where('l.programId = :programId', { programId });
    if (before !== null) query.andWhere('l.id < :before', { before });
    return query.getMany();
  }

  async get(id: string): Promise<LicenceEntity | null> {
    return this.db.manager.findOneBy(LicenceEntity, { id });
  }
}
