import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import type { DomainEvent } from '../../../kernel/event';
import type { Tx } from '../../../platform/db/database';
import { On } from '../../../platform/outbox/listener.registry';
import {
  appealDecided,
  AppealsService,
  lookDecided,
  type AppealDecided,
  type LookDecided,
} from '../../redress';
import { ExpenseStepService } from './expense-step.service';

/** What a second look or an appeal says about a declined expense. Each step is taken once, however often it is told. */
@Injectable()
export class ExpenseListener {
  constructor(
    private readonly steps: ExpenseStepService,
    private readonly appeals: AppealsService,
  ) {}

  @On(lookDecided)
  async onLookDecided(tx: Tx, { payload }: DomainEvent<LookDecided>): Promise<void> {
    const { kind, subjectId, verdict, decidedBy: id, decidedByRole } = payload;
    if (kind !== 'expense_declined') return;
    const held = await this.steps.letGo(tx, SYSTEM, subjectId);
    if (held === null || verdict !== 'confirmed') return;
    const decider: Actor = { id, roles: [decidedByRole], via: 'system', keyId: null };
    await this.steps.take(tx, decider, subjectId, 'decline', held);
  }

  @On(appealDecided)
  async onAppealDecided(tx: Tx, { payload }: DomainEvent<AppealDecided>): Promise<void> {
    const { kind, subjectId, appealId } = payload;
    if (kind !== 'expense_declined') return;
    await this.steps.take(tx, SYSTEM, subjectId, 'overturn', {});
    await this.appeals.restored(tx, appealId);
  }
}
