import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { Database } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { AuditService } from '../../audit';
import { PolicyService } from '../../program';
import { clipsGoing } from '../contract';
import { goingWords, type RetentionRules } from '../domain/retention';
import { BinRepository } from './bin.repository';
import { EmptyingService } from './emptying.service';

const MOST = 500;

/** How many clips one sweep warned of, took back, put into the bin and removed. */
export interface RetentionRun {
  readonly warned: number;
  readonly spared: number;
  readonly binned: number;
  readonly emptied: number;
}

/**
 * Time, by the published rule of each programme: tells artists what goes, puts it into the bin when the warning is over,
 * empties the bin. Each step is a statement that finds nothing when it was done, so that a sweep may be killed anywhere.
 */
@Injectable()
export class RetentionService {
  constructor(
    private readonly db: Database,
    private readonly bin: BinRepository,
    private readonly emptying: EmptyingService,
    private readonly policies: PolicyService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  async sweep(): Promise<RetentionRun> {
    const rules = await this.policies.retention();
    const spared = await this.db.tx((tx) => this.bin.spare(tx, SYSTEM.id));
    const binned = await this.db.tx((tx) => this.bin.expire(tx, rules, SYSTEM.id));
    const warned = await this.warn(rules);
    let emptied = 0;
    for (const [personId, ids] of await this.bin.listOver(MOST))
      emptied += await this.emptying.over(personId, ids);
    return { warned, spared, binned, emptied };
  }

  private async warn(rules: RetentionRules): Promise<number> {
    let warned = 0;
    for (const personId of await this.bin.listToWarn(rules, MOST)) {
      warned += await this.db.tx(async (tx) => {
        const clips = await this.bin.warn(tx, rules, personId, SYSTEM.id);
        if (clips.length === 0) return 0;
        const words = goingWords(clips);
        await this.outbox.add(tx, clipsGoing, { personId, ...words });
        await this.audit.record(tx, SYSTEM, 'generation.warn_of_bin', personId, {
          clips: words.count,
          firstAt: words.firstAt,
        });
        return clips.length;
      });
    }
    return warned;
  }
}
