import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { decodeCursor, toPage } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { available, decide, refusedMove } from '../../../kernel/workflow';
import { Database, type Tx } from '../../../platform/db/database';
import { moneyView } from '../../../platform/http/money.dto';
import { QueueService } from '../../../platform/queue/queue.service';
import { PeopleService, type PersonCard } from '../../access';
import { AuditService } from '../../audit';
import { payoutsRefusals } from '../contract';
import { orderWorkflow, type OrderVerb } from '../domain/bank-order.workflow';
import { followPayout } from '../sending/payout.jobs';
import type {
  BankFileDetailView,
  BankFilePage,
  BankFileQuery,
  BankFileView,
  BankOrderView,
} from './bank-file.dto';
import { BankFileRepository, type BankFile } from './bank-file.repository';
import { BankOrderRepository, type BankOrder } from './bank-order.repository';

type Cards = ReadonlyMap<string, PersonCard>;
const WORDS: readonly string[] = ['execute', 'refuse', 'return'];
const person = (id: string, cards: Cards) => ({ id, name: cards.get(id)?.name ?? id });

/** What a person reads from the statement of account about a file's payments. The payouts follow as they do any rail. */
@Injectable()
export class BankWordService {
  constructor(
    private readonly db: Database,
    private readonly files: BankFileRepository,
    private readonly orders: BankOrderRepository,
    private readonly people: PeopleService,
    private readonly audit: AuditService,
    private readonly queue: QueueService,
  ) {}

  async list({ cursor, limit, batchId }: BankFileQuery): Promise<BankFilePage> {
    const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    const rows = await this.files.list(batchId, before, limit + 1);
    const cards = await this.people.cards(rows.map(({ madeBy }) => madeBy));
    const page = toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) => fileView(row, cards),
    );
    return { items: [...page.items], next: page.next };
  }

  async get(id: string, viewer: Actor): Promise<BankFileDetailView> {
    const file = await this.files.find(id);
    if (file === null) throw refusal(payoutsRefusals, 'not_found');
    const orders = await this.orders.listOfFile(id);
    const cards = await this.people.cards([file.madeBy, ...orders.map(({ personId }) => personId)]);
    return { ...fileView(file, cards), lines: orders.map((order) => orderView(order, cards, viewer)) };
  }

  /** The bank has executed everything in the file that it said nothing about. Safe to repeat. */
  async executeAll(id: string, actor: Actor): Promise<void> {
    const moved = await this.db.tx(async (tx) => {
      if ((await this.files.find(id, tx)) === null) throw refusal(payoutsRefusals, 'not_found');
      const orders = await this.orders.lockFiled(tx, id);
      for (const order of orders) await this.move(tx, order, 'execute', actor, null);
      const note = { orders: orders.length };
      await this.audit.record(tx, actor, 'payouts.execute_bank_file', id, note);
      return orders.map(({ reference }) => reference);
    });
    await this.tell(moved);
  }

  /** Refuses `not_found`, `wrong_state`, `own_money`. */
  async say(payoutId: string, verb: OrderVerb, reason: string | null, actor: Actor): Promise<string> {
    const fileId = await this.db.tx(async (tx) => {
      const order = await this.orders.lock(tx, payoutId);
      if (order?.fileId == null) throw refusal(payoutsRefusals, 'not_found');
      if (await this.move(tx, order, verb, actor, reason))
        await this.audit.record(tx, actor, `payouts.${verb}_bank_order`, payoutId, { reason });
      return order.fileId;
    });
    await this.tell([payoutId]);
    return fileId;
  }

  private async move(
    tx: Tx,
    { id, state: from, personId }: BankOrder,
    verb: OrderVerb,
    actor: Actor,
    reason: string | null,
  ): Promise<boolean> {
    const decision = decide(orderWorkflow, from, verb, actor, { isPayee: personId === actor.id });
    if (decision.kind === 'already') return false;
    if (decision.kind === 'refused')
      throw refusedMove(payoutsRefusals, decision.code, orderWorkflow, from, verb);
    const note = reason === null ? {} : { reason };
    return this.orders.move(tx, { id, verb, from, to: decision.to, actor, note }, reason);
  }

  private async tell(payoutIds: readonly string[]): Promise<void> {
    await this.queue.addAll(payoutIds.map((payoutId) => ({ kind: followPayout, data: { payoutId } })));
  }
}

function fileView(file: BankFile, cards: Cards): BankFileView {
  const { id, batchId, format, currency, mode, executeOn, orders, total, sha256, open } = file;
  return {
    id,
    batchId,
    format,
    mode,
    name: nameOf(file),
    sha256,
    orders,
    total: moneyView({ amount: total, currency }),
    executeOn,
    open,
    madeBy: person(file.madeBy, cards),
    createdAt: file.createdAt.toISOString(),
  };
}

function orderView(order: BankOrder, cards: Cards, viewer: Actor): BankOrderView {
  const { reference: payoutId, state, reason, personId } = order;
  const verbs = available(orderWorkflow, state, viewer, { isPayee: personId === viewer.id });
  return {
    payoutId,
    person: person(personId, cards),
    amount: moneyView(order),
    state,
    reason,
    available: verbs.filter((verb) => WORDS.includes(verb)),
  };
}

/** A test file says so in its name: no bank should get it. */
export const nameOf = ({ id, format, mode }: Pick<BankFile, 'id' | 'format' | 'mode'>): string =>
  `${mode === 'test' ? 'TEST-' : ''}${id}.${format === 'sepa' ? 'xml' : 'ach'}`;
