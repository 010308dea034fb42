import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import type { TaxFormState } from '../domain/tax-form.workflow';
import type { TaxFormKind } from '../domain/tax-rules';
import { TaxFormEntity } from './tax-form.entity';
import * as sql from './tax.sql';

const TABLES = { table: 'compensation_tax_forms', history: 'compensation_tax_forms_history' } as const;

export interface FormContent {
  readonly identity: Buffer;
  readonly treatyCountry: string | null;
  readonly treatyRate: bigint | null;
  readonly reference: string | null;
  readonly signedOn: string;
  readonly expiresAt: Date | null;
}

@Injectable()
export class TaxFormRepository {
  constructor(private readonly db: Database) {}

  async find(id: string): Promise<TaxFormEntity | null> {
    return this.db.manager.findOneBy(TaxFormEntity, { id });
  }

  async listOf(personId: string): Promise<TaxFormEntity[]> {
    return this.db.manager.find(TaxFormEntity, { where: { personId }, order: { kind: 'ASC' } });
  }

  /** Newest first; `waiting` ones oldest first would hide behind a page, so the state is the filter. */
  async list(
    filter: { state?: TaxFormState; personId?: string },
    cursor: string | undefined,
    limit: number,
  ): Promise<Page<TaxFormEntity>> {
    const query = this.db.manager
      .createQueryBuilder(TaxFormEntity, 'form')
      .orderBy('form.id', 'DESC')
      .take(limit + 1);
    if (filter.state !== undefined) query.andWhere('form.state = :state', filter);
    if (filter.personId !== undefined) query.andWhere('form.personId = :personId', filter);
    if (cursor !== undefined) query.andWhere('form.id < :after', { after: decodeCursor(cursor, 1)[0] });
    return toPage(
      await query.getMany(),
      limit,
      ({ id }) => [id],
      (row) => row,
    );
  }

  /** The row of a person and kind, locked; made when nobody asked before. */
  async open(tx: Tx, personId: string, kind: TaxFormKind): Promise<TaxFormEntity> {
    await tx.run(sql.OPEN_FORM, [newId('txf'), personId, kind]);
    return tx.manager.findOneOrFail(TaxFormEntity, {
      where: { personId, kind },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async lock(tx: Tx, id: string): Promise<TaxFormEntity | null> {
    return tx.manager.findOne(TaxFormEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async lockOver(tx: Tx): Promise<string[]> {
    return (await tx.query<{ id: string }>(sql.LOCK_OVER)).map(({ id }) => id);
  }

  async write(tx: Tx, id: string, form: FormContent): Promise<void> {
    const { identity, treatyCountry, treatyRate, reference, signedOn, expiresAt } = form;
    await tx.run(sql.WRITE_FORM, [id, identity, treatyCountry, treatyRate, reference, signedOn, expiresAt]);
  }

  async decide(tx: Tx, id: string, reason: string | null, by: string): Promise<void> {
    await tx.run(sql.DECIDE_FORM, [id, reason, by]);
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }

  /** Only for its owner, and for finance when it is looked at. */
  async identity(id: string, tx?: Tx): Promise<Buffer | null> {
    const values = [id];
    const text = 'SELECT identity FROM compensation_tax_forms WHERE id = $1';
    const [row] =
      tx === undefined
        ? await this.db.read<{ identity: Buffer | null }>(text, values)
        : await tx.query<{ identity: Buffer | null }>(text, values);
    return row?.identity ?? null;
  }
}
