import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/database';
import { PolicyService } from '../../program';
import type { ProgramCap } from '../domain/fair-order';
import { FlowRepository } from './flow.repository';

/** Of each programme that has a cap: the cap, and what is under way in all pools. */
export type ProgramCaps = ReadonlyMap<string, Readonly<ProgramCap>>;

/** How many clips of a whole programme may be under way at once, and how many are. */
@Injectable()
export class ProgramCapService {
  constructor(
    private readonly policies: PolicyService,
    private readonly flows: FlowRepository,
  ) {}

  /** As things stand, for whoever only wants to know. */
  async list(): Promise<ProgramCaps> {
    const limits = await this.policies.concurrency();
    return capsOf(limits, await this.flows.countPrograms([...limits.keys()]));
  }

  /** Exact until the commit: nobody else starts a clip of these programmes. After the lock of the pool. */
  async lock(tx: Tx): Promise<ProgramCaps> {
    const limits = await this.policies.concurrency(tx);
    if (limits.size === 0) return new Map();
    const ids = [...limits.keys()];
    await this.flows.lockPrograms(tx, ids);
    return capsOf(limits, await this.flows.countPrograms(ids, tx));
  }
}

function capsOf(limits: ReadonlyMap<string, number>, counts: ReadonlyMap<string, number>): ProgramCaps {
  return new Map([...limits].map(([id, limit]) => [id, { limit, inflight: counts.get(id) ?? 0 }]));
}
