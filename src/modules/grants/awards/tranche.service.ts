import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { AuditService } from '../../audit';
import { CompensationService } from '../../compensation';
import { account } from '../../ledger';
import { grantsRefusals, milestoneMoved } from '../contract';
import type { MilestoneState } from '../domain/milestone.workflow';
import type { AwardEntity } from './award.entity';
import { AwardRepository } from './award.repository';
import type { MilestoneEntity } from './milestone.entity';

/** An accepted step is a tranche, and a tranche is an earning: once for each step, whatever is repeated. */
@Injectable()
export class TrancheService {
  constructor(
    private readonly awards: AwardRepository,
    private readonly compensation: CompensationService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** Accepts a step and pays its tranche out of the money held for the call. */
  async release(tx: Tx, actor: Actor, award: AwardEntity, row: MilestoneEntity, verb: string): Promise<void> {
    await this.move(tx, actor, award, row, verb, 'accepted');
    await this.compensation.earn(tx, {
      programId: award.programId,
      personId: award.personId,
      category: 'prize',
      causeType: 'milestone',
      causeId: row.id,
      amount: row.amount,
      currency: award.currency,
      source: account.award(award.callId, award.currency),
      rate: null,
      evidence: { callId: award.callId, awardId: award.id, milestoneId: row.id, position: row.position },
    });
  }

  /** Steps that were not accepted pay nothing any more. */
  async cancelOpen(tx: Tx, award: AwardEntity, milestones: readonly MilestoneEntity[]): Promise<void> {
    for (const row of milestones)
      if (row.state !== 'accepted' && row.state !== 'cancelled')
        await this.move(tx, SYSTEM, award, row, 'cancel', 'cancelled');
  }

  async move(
    tx: Tx,
    actor: Actor,
    award: AwardEntity,
    row: MilestoneEntity,
    verb: string,
    to: MilestoneState,
  ): Promise<void> {
    if (!(await this.awards.moveMilestone(tx, { id: row.id, verb, from: row.state, to, actor })))
      throw refusal(grantsRefusals, 'wrong_state');
    await this.audit.record(tx, actor, `milestone.${verb}`, row.id, {
      awardId: award.id,
      amount: row.amount,
    });
    await this.outbox.add(tx, milestoneMoved, {
      milestoneId: row.id,
      awardId: award.id,
      programId: award.programId,
      personId: award.personId,
      title: row.title,
      amount: row.amount.toString(),
      currency: award.currency,
      verb,
      to,
    });
  }
}
