import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { CompensationService } from '../../compensation';
import { account } from '../../ledger';
import { grantsRefusals } from '../contract';
import { expenseWorkflow, type ExpenseVerb } from '../domain/expense.workflow';
import type { EventEntity } from './event.entity';
import { EventRepository } from './event.repository';
import { ExpenseReasonsService } from './expense-reasons.service';
import { ExpenseRepository, type Declined, type ExpenseRow } from './expense.repository';

/** One step of an expense, whoever takes it: a person, a second look, an appeal. */
@Injectable()
export class ExpenseStepService {
  constructor(
    private readonly events: EventRepository,
    private readonly expenses: ExpenseRepository,
    private readonly reasons: ExpenseReasonsService,
    private readonly compensation: CompensationService,
    private readonly audit: AuditService,
  ) {}

  /** Refuses `own_expense`, `over_cap`, `reasons_missing`, `second_look_open`, `second_look_no`. Safe twice. */
  async take(tx: Tx, actor: Actor, id: string, verb: ExpenseVerb, given: Partial<Declined>): Promise<void> {
    const { event, row, left } = await this.lock(tx, id);
    const decision = decide(expenseWorkflow, row.state, verb, actor, {
      isOwn: row.personId === actor.id,
      hasReasons: isWhole(given),
      isHeld: row.declining !== null,
      amount: row.amount,
      left,
    });
    if (decision.kind === 'already') return;
    if (decision.kind === 'refused')
      throw refusedMove(grantsRefusals, decision.code, expenseWorkflow, row.state, verb);
    if (verb === 'decline' && isWhole(given))
      if ((await this.reasons.give(tx, actor, event, row, given)) === 'held') return;
    const { reason, answer } = given;
    const note = { ...(reason !== undefined && { reason }), ...(answer !== undefined && { answer }) };
    await this.expenses.move(tx, { id, verb, from: row.state, to: decision.to, actor, note }, note);
    const { id: eventId } = event;
    await this.audit.record(tx, actor, `expense.${verb}`, id, { eventId, amount: row.amount, ...note });
    if (decision.to === 'approved') await this.pay(tx, event, row, left);
  }

  /** A second look has its verdict: nothing waits any more. Returns what waited; `null`: nothing did. */
  async letGo(tx: Tx, actor: Actor, id: string): Promise<Declined | null> {
    const { row } = await this.lock(tx, id);
    if (row.declining === null) return null;
    await this.expenses.hold(tx, id, null);
    await this.audit.record(tx, actor, 'expense.letDeclineGo', id, { reason: row.declining.reason });
    return row.declining;
  }

  /** The event is locked first, as everywhere. `left` of what was announced for this seat, in minor units. */
  private async lock(tx: Tx, id: string): Promise<{ event: EventEntity; row: ExpenseRow; left: bigint }> {
    const seen = await this.expenses.find(id);
    if (seen === null) throw refusal(grantsRefusals, 'not_found');
    const event = await this.events.lock(tx, seen.eventId);
    const all = (await this.expenses.ofEvent(tx, event.id)).filter((one) => one.seatId === seen.seatId);
    const approved = all.reduce((sum, one) => sum + (one.state === 'approved' ? one.amount : 0n), 0n);
    return { event, row: all.find((one) => one.id === id) ?? seen, left: event.expenses - approved };
  }

  /**
   * Never more than was announced for a seat: what was claimed again meanwhile is paid once. Once the event is over its
   * money is back in the fund, and what an appeal brings back comes from there.
   */
  private async pay(tx: Tx, event: EventEntity, row: ExpenseRow, left: bigint): Promise<void> {
    const amount = row.amount < left ? row.amount : left;
    if (amount <= 0n) return;
    const { currency, programId } = event;
    const isOver = event.state === 'settled' || event.state === 'cancelled';
    await this.compensation.earn(tx, {
      programId,
      personId: row.personId,
      category: 'reimbursement',
      causeType: 'expense',
      causeId: row.id,
      amount,
      currency,
      source: isOver ? account.fund(programId, currency) : account.award(event.id, currency),
      rate: null,
      evidence: { eventId: event.id, seatId: row.seatId, what: row.what, receipt: row.receipt },
    });
  }
}

const isWhole = (given: Partial<Declined>): given is Declined =>
  given.reason !== undefined && given.answer !== undefined && given.answer.trim() !== '';
