import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { grantsRefusals } from '../contract';
import { CallRepository } from './call.repository';
import { QuestionRepository, type QuestionRow } from './question.repository';
import type { QuestionPage, QuestionView } from './question.dto';

const view = ({ id, callId, question, answer, answeredAt, createdAt }: QuestionRow): QuestionView => ({
  id,
  callId,
  question,
  answer,
  answeredAt: answeredAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
});

/** Questions about a call and their answers, public so that everybody applies with the same knowledge. */
@Injectable()
export class QuestionService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly calls: CallRepository,
    private readonly questions: QuestionRepository,
    private readonly audit: AuditService,
  ) {}

  /** Refuses `call_not_open` when nobody could use the answer any more. */
  async ask(once: Once, me: Actor, callId: string, question: string): Promise<QuestionView> {
    return this.idempotency.run(once, async (tx) => {
      const { state } = await this.calls.lock(tx, callId);
      if (state !== 'open')
        throw refusal(grantsRefusals, state === 'draft' ? 'not_found' : 'call_not_open', { state });
      const id = newId('que');
      await this.questions.insert(tx, id, callId, me.id, question);
      await this.audit.record(tx, me, 'call.ask', id, { callId });
      return view({ id, callId, question, answer: null, answeredAt: null, createdAt: new Date() });
    });
  }

  async answer(once: Once, me: Actor, id: string, answer: string): Promise<QuestionView> {
    return this.idempotency.run(once, async (tx) => {
      const row = await this.questions.answer(tx, id, answer, me.id);
      if (row === null) throw refusal(grantsRefusals, 'not_found');
      await this.audit.record(tx, me, 'call.answer', id, { callId: row.callId });
      return view(row);
    });
  }

  async list(callId: string, { cursor, limit }: { cursor?: string; limit: number }): Promise<QuestionPage> {
    const { items, next } = await this.questions.list(callId, cursor, limit);
    return { items: items.map(view), next };
  }
}
