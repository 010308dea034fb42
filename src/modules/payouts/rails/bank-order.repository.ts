import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import type { Currency } from '../../../kernel/money';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import type { OrderState } from '../domain/bank-order.workflow';
import type { PayRequest } from '../domain/rail';

const TABLES = { table: 'payouts_bank_orders', history: 'payouts_bank_orders_history' } as const;

/**
 * Caller: BankFileRail.pay.
 * Index: unique (reference).
 * Twice: a known reference inserts nothing; the caller compares what is there with what was asked.
 */
const INSERT = `
  INSERT INTO payouts_bank_orders (id, reference, account_id, amount, currency, state)
  VALUES ($1, $2, $3, $4, $5, 'waiting') ON CONFLICT (reference) DO NOTHING`;

const SELECT = `
  SELECT o.id, o.reference, o.account_id AS "accountId", o.amount, o.currency, o.state, o.file_id AS "fileId", o.reason,
    o.created_at AS "createdAt", o.updated_at AS "updatedAt", p.person_id AS "personId", p.batch_id AS "batchId"
  FROM payouts_bank_orders o JOIN payouts_payouts p ON p.id = o.reference`;

export interface BankOrder {
  readonly id: string;
  readonly reference: string;
  readonly accountId: string;
  readonly amount: bigint;
  readonly currency: Currency;
  readonly state: OrderState;
  readonly fileId: string | null;
  readonly reason: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly personId: string;
  readonly batchId: string;
}
type Row = Omit<BankOrder, 'amount'> & { readonly amount: string | bigint };

const orderOf = (row: Row): BankOrder => ({ ...row, amount: BigInt(row.amount) });

@Injectable()
export class BankOrderRepository {
  constructor(private readonly db: Database) {}

  async find(reference: string): Promise<BankOrder | null> {
    const [row] = await this.db.read<Row>(`${SELECT} WHERE o.reference = $1`, [reference]);
    return row === undefined ? null : orderOf(row);
  }

  async listSince(since: Date): Promise<BankOrder[]> {
    return (await this.db.read<Row>(`${SELECT} WHERE o.created_at >= $1 ORDER BY o.id`, [since])).map(
      orderOf,
    );
  }

  async listOfFile(fileId: string): Promise<BankOrder[]> {
    return (await this.db.read<Row>(`${SELECT} WHERE o.file_id = $1 ORDER BY o.id`, [fileId])).map(orderOf);
  }

  async lock(tx: Tx, reference: string): Promise<BankOrder | null> {
    const [row] = await tx.query<Row>(`${SELECT} WHERE o.reference = $1 FOR UPDATE OF o`, [reference]);
    return row === undefined ? null : orderOf(row);
  }

  /** The batch's orders that are in no file yet, in the order in which everybody locks them. */
  async lockWaiting(tx: Tx, batchId: string): Promise<BankOrder[]> {
    const where = `WHERE p.batch_id = $1 AND o.state = 'waiting' ORDER BY o.id FOR UPDATE OF o`;
    return (await tx.query<Row>(`${SELECT} ${where}`, [batchId])).map(orderOf);
  }

  async lockFiled(tx: Tx, fileId: string): Promise<BankOrder[]> {
    const where = `WHERE o.file_id = $1 AND o.state = 'filed' ORDER BY o.id FOR UPDATE OF o`;
    return (await tx.query<Row>(`${SELECT} ${where}`, [fileId])).map(orderOf);
  }

  /** The order of this reference: the new one, or the one that was there. */
  async insert(tx: Tx, { reference, recipient, amount, currency }: PayRequest): Promise<BankOrder> {
    await tx.run(INSERT, [newId('bor'), reference, recipient, amount, currency]);
    const [row] = await tx.query<Row>(`${SELECT} WHERE o.reference = $1`, [reference]);
    if (row === undefined) throw new Error(`no order ${reference} after its insert`);
    return orderOf(row);
  }

  async setFile(tx: Tx, ids: readonly string[], fileId: string): Promise<void> {
    await tx.run('UPDATE payouts_bank_orders SET file_id = $2 WHERE id = ANY ($1)', [ids, fileId]);
  }

  async move(tx: Tx, move: StateMove, reason: string | null): Promise<boolean> {
    await tx.run('UPDATE payouts_bank_orders SET reason = $2 WHERE id = $1', [move.id, reason]);
    return moveState(tx, TABLES, move);
  }
}
