import { Injectable } from '@nestjs/common';
import type { Currency } from '../../../kernel/money';
import { Database, type Tx } from '../../../platform/db/database';
import type { BankFormat } from '../domain/bank-lines';
import type { RailMode } from '../domain/rail';

const SELECT = `
  SELECT f.id, f.batch_id AS "batchId", f.format, f.currency, f.mode, f.execute_on::text AS "executeOn", f.orders, f.total,
    f.sha256, f.made_by AS "madeBy", f.created_at AS "createdAt",
    (SELECT count(*)::int FROM payouts_bank_orders o WHERE o.file_id = f.id AND o.state = 'filed') AS open
  FROM payouts_bank_files f`;

/**
 * Caller: BankFileService.make; whether a batch still writes orders.
 * Index: payouts_payouts_open.
 * Twice: reading only.
 */
const SENDING = `
  SELECT EXISTS (SELECT FROM payouts_payouts WHERE batch_id = $1 AND state IN ('draft', 'approved', 'sending', 'on_hold')) AS open`;

export interface BankFile {
  readonly id: string;
  readonly batchId: string;
  readonly format: BankFormat;
  readonly currency: Currency;
  readonly mode: RailMode;
  readonly executeOn: string;
  readonly orders: number;
  readonly total: bigint;
  readonly sha256: string;
  readonly madeBy: string;
  readonly createdAt: Date;
  /** Payments without word from the bank. */
  readonly open: number;
}
type Row = Omit<BankFile, 'total'> & { readonly total: string | bigint };

const fileOf = (row: Row): BankFile => ({ ...row, total: BigInt(row.total) });

@Injectable()
export class BankFileRepository {
  constructor(private readonly db: Database) {}

  async list(batchId: string | undefined, before: string | null, limit: number): Promise<BankFile[]> {
    const where = 'WHERE ($1::text IS NULL OR f.batch_id = $1) AND ($2::text IS NULL OR f.id < $2)';
    const rows = await this.db.read<Row>(`${SELECT} ${where} ORDER BY f.id DESC LIMIT $3`, [
      batchId ?? null,
      before,
      limit,
    ]);
    return rows.map(fileOf);
  }

  async find(id: string, tx?: Tx): Promise<BankFile | null> {
    const text = `${SELECT} WHERE f.id = $1`;
    const [row] = tx === undefined ? await this.db.read<Row>(text, [id]) : await tx.query<Row>(text, [id]);
    return row === undefined ? null : fileOf(row);
  }

  async sealed(id: string): Promise<Buffer | null> {
    const [row] = await this.db.read<{ sealed: Buffer }>(
      'SELECT sealed FROM payouts_bank_files WHERE id = $1',
      [id],
    );
    return row?.sealed ?? null;
  }

  /** Number of files made on the same day before, which tells them apart for a bank. */
  async countToday(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM payouts_bank_files WHERE created_at >= date_trunc('day', now())`,
    );
    return row?.count ?? 0;
  }

  async isSending(tx: Tx, batchId: string): Promise<boolean> {
    const [row] = await tx.query<{ open: boolean }>(SENDING, [batchId]);
    return row?.open === true;
  }

  async insert(
    tx: Tx,
    file: Omit<BankFile, 'createdAt' | 'open'> & { readonly sealed: Buffer },
  ): Promise<void> {
    await tx.run(
      `INSERT INTO payouts_bank_files (id, batch_id, format, currency, mode, execute_on, orders, total, sealed, sha256, made_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        file.id, file.batchId, file.format, file.currency, file.mode, file.executeOn, file.orders, file.total,
        file.sealed, file.sha256, file.madeBy,
      ],
    ); // prettier-ignore
  }
}
