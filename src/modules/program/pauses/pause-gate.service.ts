import { Injectable } from '@nestjs/common';
import { refusal } from '../../../kernel/refusal';
import { programRefusals } from '../contract';
import { PauseRepository } from './pause.repository';

/** What other modules may ask about pauses. */
@Injectable()
export class PauseGate {
  constructor(private readonly pauses: PauseRepository) {}

  /** Refuses `paused` (503) while two people have paused the programme. At most a second late. */
  async refuseWhilePaused(programId: string): Promise<void> {
    const pause = await this.pauses.current(programId);
    if (pause === null) return;
    const retryAfterSeconds = Math.max(1, Math.ceil((pause.endsAt.getTime() - Date.now()) / 1_000));
    const details = { reason: pause.reason, endsAt: pause.endsAt.toISOString(), retryAfterSeconds };
    throw refusal(programRefusals, 'paused', details);
  }

  /** Pauses there were; `null`: of all programmes. */
  async count(programId: string | null): Promise<number> {
    return this.pauses.count(programId);
  }
}
