import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/database';
import { Handles } from '../../../platform/queue/job.registry';
import { ChallengeRepository } from '../factors/challenge.repository';
import { ProofRepository } from '../proofs/proof.repository';
import { forgetSessions } from './session.jobs';
import { SessionRepository } from './session.repository';
import { TriesRepository } from './tries.repository';

@Injectable()
export class SessionProcessor {
  constructor(
    private readonly db: Database,
    private readonly sessions: SessionRepository,
    private readonly proofs: ProofRepository,
    private readonly challenges: ChallengeRepository,
    private readonly tries: TriesRepository,
  ) {}

  @Handles(forgetSessions)
  async forget(): Promise<void> {
    await this.db.tx(async (tx) => {
      await this.sessions.forget(tx);
      await this.proofs.forget(tx);
      await this.challenges.forget(tx);
      await this.tries.forget(tx);
    });
  }
}
