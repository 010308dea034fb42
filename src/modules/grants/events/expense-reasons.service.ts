import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { decimal } from '../../../kernel/money';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { StatementsService } from '../../redress';
import { grantsRefusals } from '../contract';
import { EXPENSE_REASONS } from '../domain/expense.workflow';
import type { EventEntity } from './event.entity';
import { ExpenseRepository, type Declined, type ExpenseRow } from './expense.repository';

const REMEDY =
  'Claim it again with what was missing, before the event is settled. If it was declined wrongly, appeal within six months: ' +
  'somebody who took no part hears it, and then it is paid, also after the event is settled.';

/** Why an expense is not paid, and the second look that may come before. */
@Injectable()
export class ExpenseReasonsService {
  constructor(
    private readonly expenses: ExpenseRepository,
    private readonly statements: StatementsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Issues the statement under the lock of the event. `held`: it waits in its row, and the verdict takes the step.
   * Refuses `second_look_no` when that look has said no.
   */
  async give(
    tx: Tx,
    me: Actor,
    event: EventEntity,
    row: ExpenseRow,
    { reason, answer }: Declined,
  ): Promise<'in_force' | 'held'> {
    const { id, personId, amount, what, receipt } = row;
    const { currency } = event;
    const { effect } = await this.statements.issue(tx, {
      kind: 'expense_declined',
      subjectId: id,
      actId: 'decline',
      personId,
      programId: event.programId,
      ground: 'evidence',
      rule: { source: 'criterion', id: `Expenses of an event: ${reason}`, text: EXPENSE_REASONS[reason] },
      facts: `“${what}”, ${decimal({ amount, currency })} ${currency}, claimed for “${event.title}”, was declined. They wrote: “${answer}”`,
      remedy: REMEDY,
      decidedBy: { id: me.id, role: me.roles.includes('manager') ? 'manager' : 'admin' },
      snapshot: { event: event.title, what, receipt, amount: amount.toString(), currency },
    });
    if (effect === 'dropped') throw refusal(grantsRefusals, 'second_look_no');
    if (effect === 'in_force') return 'in_force';
    await this.expenses.hold(tx, id, { reason, answer });
    await this.audit.record(tx, me, 'expense.holdDecline', id, { reason });
    return 'held';
  }
}
