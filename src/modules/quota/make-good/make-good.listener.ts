import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../../kernel/event';
import type { Tx } from '../../../platform/db/database';
import { On } from '../../../platform/outbox/listener.registry';
import { LedgerService } from '../../ledger';
import { pauseMoved, ProgramService, type PauseMoved } from '../../program';
import { makeGood } from '../domain/recipes';
import { shareOfWindow } from '../domain/windows';
import { PurseRepository } from '../windows/purse.repository';

/** Artists who could not work because their whole programme was paused get the credits of that time once more. */
@Injectable()
export class MakeGoodListener {
  constructor(
    private readonly purses: PurseRepository,
    private readonly program: ProgramService,
    private readonly ledger: LedgerService,
  ) {}

  /** Once for each pause and artist: the recipe's reference says so. What is made good does not expire. */
  @On(pauseMoved)
  async give(tx: Tx, { payload }: DomainEvent<PauseMoved>): Promise<void> {
    const { pauseId, programId, to } = payload;
    if (to !== 'ended') return;
    const pause = { startsAt: new Date(payload.startsAt), endsAt: new Date(payload.endsAt) };
    const { credits } = await this.program.quotaPlan(programId, tx);
    for (const id of await this.purses.listOpen(programId, tx)) {
      const purse = await this.purses.lock(tx, id);
      if (purse === null) continue;
      const share = shareOfWindow(credits, purse, pause);
      if (share === 0n) continue;
      await this.ledger.post(tx, makeGood(purse, pauseId, pause, share));
      await this.purses.setLasting(tx, id, purse.lasting + share);
    }
  }
}
