import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import type { Deadline } from '../domain/calendar';

@Injectable()
export class DeadlineRepository {
  constructor(private readonly db: Database) {}

  async list(programId: string): Promise<Deadline[]> {
    return this.db.read<Deadline & Record<string, unknown>>(
      `SELECT key, title, at, link FROM program_deadlines WHERE program_id = $1 ORDER BY at, key`,
      [programId],
    );
  }

  async put(tx: Tx, programId: string, { key, title, at, link }: Deadline): Promise<void> {
    await tx.run(
      `INSERT INTO program_deadlines (program_id, key, title, at, link) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (program_id, key) DO UPDATE SET title = $3, at = $4, link = $5`,
      [programId, key, title, at, link],
    );
  }

  async remove(tx: Tx, programId: string, key: string): Promise<void> {
    await tx.run(`DELETE FROM program_deadlines WHERE program_id = $1 AND key = $2`, [programId, key]);
  }
}
