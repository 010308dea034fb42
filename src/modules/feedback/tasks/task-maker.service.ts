import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { decimal } from '../../../kernel/money';
import { Refusal, refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { ProgramService, rateDefaults } from '../../program';
import { feedbackRefusals } from '../contract';
import { clipsOf, formFaults, type TaskForm } from '../domain/task-form';
import { killFeeOf, leastPrice } from '../domain/task-pay';
import { FeedbackFileRepository } from '../files/feedback-file.repository';
import type { TaskBody } from './task.dto';
import { lengthsOf } from './task.mapping';
import { TaskRepository, type FormColumns, type TaskColumns } from './task.repository';

interface Written {
  readonly task: TaskColumns;
  readonly form: FormColumns;
}

/** Writing tasks: nothing is saved without a price that the rate card allows. */
@Injectable()
export class TaskMakerService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly tasks: TaskRepository,
    private readonly files: FeedbackFileRepository,
    private readonly programs: ProgramService,
    private readonly audit: AuditService,
  ) {}

  /** Refuses `unpriced`, `currency_mismatch`, `under_minimum` with the number, `form_unfit` with each fault. */
  async create(me: Actor, once: Once, body: TaskBody): Promise<string> {
    const { id } = await this.idempotency.run(once, async (tx) => {
      const made = newId('tsk');
      const { task, form } = await this.written(tx, me, body);
      await this.tasks.insert(tx, made, body.programId, task, form);
      await this.files.show(tx, clipsOf(form.form), body.programId);
      await this.audit.record(tx, me, 'task.create', made, { programId: body.programId, price: form.price });
      return { id: made };
    });
    return id;
  }

  /** Writes a draft anew. What was published stays as it is: `wrong_state`. */
  async change(me: Actor, once: Once, id: string, body: TaskBody): Promise<void> {
    await this.idempotency.run(once, async (tx) => {
      const row = await this.tasks.lock(tx, id);
      if (row === null) throw refusal(feedbackRefusals, 'not_found');
      if (row.state !== 'draft') {
        const detail =
          'A published task stays as it was shown. Cancel it and copy it to ask anew; who has a seat is paid for that.';
        throw refusal(feedbackRefusals, 'wrong_state', { state: row.state, verb: 'change', detail });
      }
      const { task, form } = await this.written(tx, me, { ...body, programId: row.programId });
      await this.tasks.rewrite(tx, id, task, form);
      await this.files.show(tx, clipsOf(form.form), row.programId);
      await this.audit.record(tx, me, 'task.change', id, { price: form.price });
      return { id };
    });
  }

  private async written(tx: Tx, me: Actor, body: TaskBody): Promise<Written> {
    const { title, intro, seats, minutes } = body;
    const price = BigInt(body.price ?? 0);
    if (price <= 0n) throw refusal(feedbackRefusals, 'unpriced');
    const program = await this.programs.get(body.programId, tx);
    const { currency } = program;
    if (body.currency !== currency) throw refusal(feedbackRefusals, 'currency_mismatch', { currency });
    const { items, rules } = await this.card(tx, program.id, currency);
    const least = leastPrice(minutes, rules.floorPerHour, items['task.minimum']);
    if (price < least) {
      const minimum = { amount: Number(least), currency };
      const says = `${decimal({ amount: least, currency })} ${currency}`;
      const detail = `For ${minutes} minutes the rate card promises ${says} at least. Raise the price or ask for less.`;
      throw refusal(feedbackRefusals, 'under_minimum', { detail, minimum });
    }
    const form: TaskForm = { questions: body.questions.map((question) => ({ ...question })) };
    const clips = await this.files.listByIds(clipsOf(form), tx);
    const usable = clips.filter(
      ({ programId, personId }) => programId === program.id || (programId === null && personId === me.id),
    );
    const faults = formFaults(form, lengthsOf(usable));
    if (faults.length > 0) {
      const fields = faults.map(({ question, says }) => ({ field: question, faults: [says] }));
      throw refusal(feedbackRefusals, 'form_unfit', { faults, fields });
    }
    const killFee = killFeeOf(price, rules.killFeePercent);
    return {
      task: { title: title.trim(), intro: intro.trim(), seats, dueAt: new Date(body.dueAt), currency },
      form: { form, price, killFee, minutes, madeBy: me.id },
    };
  }

  private async card(tx: Tx, programId: string, currency: Parameters<typeof rateDefaults>[0]) {
    try {
      return await this.programs.rateCard(programId, tx);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'nothing_published')
        return { items: {} as { 'task.minimum'?: bigint }, rules: rateDefaults(currency) };
      throw error;
    }
  }
}
