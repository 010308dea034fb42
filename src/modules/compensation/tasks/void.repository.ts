import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/database';
import type { PayVoided } from '../../feedback';
import type { Work } from '../domain/work-causes';
import { KnownVoidEntity } from './void.entity';

/**
 * Caller: KnownVoidRepository.note.
 * Index: primary key.
 * Twice: what was overturned stays so, whatever is told after it; the same again writes nothing.
 */
const NOTE = `
  INSERT INTO compensation_voids (void_id, work, pay_ref, reason, state) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (void_id) DO UPDATE SET state = 'overturned', updated_at = now()
    WHERE compensation_voids.state = 'confirmed' AND excluded.state = 'overturned'`;

/** Voids as the books know them. */
@Injectable()
export class KnownVoidRepository {
  /**
   * Until the end of the transaction nobody else earns for this work or takes back its pay: what earns and what voids it
   * see each other, whichever comes first.
   */
  async lockWork(tx: Tx, work: Work, payRef: string): Promise<void> {
    await tx.run(`SELECT pg_advisory_xact_lock(hashtextextended('compensation.work ' || $1, 7249))`, [
      `${work} ${payRef}`,
    ]);
  }

  /** `false`: told before, or overtaken by its own end. */
  async note(tx: Tx, { voidId, subject, payRef, reason, to }: PayVoided): Promise<boolean> {
    return (await tx.run(NOTE, [voidId, subject, payRef, reason, to])) === 1;
  }

  /** The one in force on this work. */
  async inForce(tx: Tx, work: Work, payRef: string): Promise<KnownVoidEntity | null> {
    return tx.manager.findOneBy(KnownVoidEntity, { work, payRef, state: 'confirmed' });
  }
}
