import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import type { DomainEvent } from '../../../kernel/event';
import { toJsonInteger } from '../../../kernel/money';
import type { Tx } from '../../../platform/db/database';
import { On } from '../../../platform/outbox/listener.registry';
import {
  IncidentService,
  incidentClosed,
  keyQuarantined,
  type IncidentClosed,
  type KeyQuarantined,
} from '../../access';
import { appealDecided, AppealsService, type AppealDecided } from '../../redress';
import { isEnd } from '../domain/generation.workflow';
import { MoveService } from '../move.service';
import { StoppedKeyRepository } from './stopped-key.repository';

/** Ends what a stopped key has under way, and nothing else of its owner's. */
@Injectable()
export class StoppedKeyListener {
  constructor(
    private readonly stopped: StoppedKeyRepository,
    private readonly moves: MoveService,
    private readonly incidents: IncidentService,
    private readonly appeals: AppealsService,
  ) {}

  /** What arrives later, from a submit that was being written, is refused its start by ReleaseService. */
  @On(keyQuarantined)
  async cancel(tx: Tx, { payload }: DomainEvent<KeyQuarantined>): Promise<void> {
    const { keyId, incidentId, since } = payload;
    await this.stopped.insert(tx, { keyId, incidentId, since: new Date(since) });
    let cancelled = 0;
    let credits = 0n;
    for (const id of await this.stopped.listOpen(tx, keyId)) {
      const row = await this.moves.lock(tx, id);
      if (isEnd(row.state)) continue;
      await this.moves.act(tx, row, 'cancel', SYSTEM);
      cancelled += 1;
      credits += row.credits;
    }
    const withheld = await this.stopped.countWithheld(tx, keyId);
    const details = { cancelled, creditsBack: toJsonInteger(credits), withheld };
    await this.incidents.note(tx, incidentId, 'generation.cancelled', details);
  }

  /** It was its owner all along: what was withheld is theirs. Or it was not: then it goes, in time. */
  @On(incidentClosed)
  async close(tx: Tx, { payload }: DomainEvent<IncidentClosed>): Promise<void> {
    if (payload.verdict === 'dismissed') await this.stopped.release(tx, payload.incidentId);
    else await this.stopped.confirm(tx, payload.incidentId);
  }

  /** An appeal says that it was its owner after all. */
  @On(appealDecided)
  async giveBack(tx: Tx, { payload }: DomainEvent<AppealDecided>): Promise<void> {
    if (payload.kind !== 'key_quarantined') return;
    await this.stopped.release(tx, payload.actId);
    await this.appeals.restored(tx, payload.appealId);
  }
}
