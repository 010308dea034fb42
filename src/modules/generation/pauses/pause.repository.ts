import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/database';

export interface Pause {
  readonly pauseId: string;
  readonly programId: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

@Injectable()
export class PauseRepository {
  /** Twice is once; of two ends the earlier counts, in whichever order they are heard. */
  async keep(tx: Tx, { pauseId, programId, startsAt, endsAt }: Pause): Promise<void> {
    await tx.run(
      `INSERT INTO generation_pauses AS p (pause_id, program_id, starts_at, ends_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (pause_id) DO UPDATE SET ends_at = least(p.ends_at, excluded.ends_at)`,
      [pauseId, programId, startsAt, endsAt],
    );
  }
}
