import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { DAY } from '../../../kernel/clock';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { BatchRepository } from '../batch.repository';
import { payoutsRefusals } from '../contract';
import { bankingDay, sumOf } from '../domain/bank-lines';
import type { NewBankFileInput } from './bank-file.dto';
import { BankFileRepository, type BankFile } from './bank-file.repository';
import { BankOrderRepository } from './bank-order.repository';
import { BankPaperService } from './bank-paper.service';

/** Makes files for a bank. An order goes into one file only; the file is kept, byte for byte, under its hash. */
@Injectable()
export class BankFileService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly files: BankFileRepository,
    private readonly orders: BankOrderRepository,
    private readonly batches: BatchRepository,
    private readonly paper: BankPaperService,
    private readonly audit: AuditService,
  ) {}

  /** Refuses `batch_still_sending`, `nothing_to_file`, `rail_off` when the bank account of the currency is not set up. */
  async make({ batchId, executeOn }: NewBankFileInput, actor: Actor, once: Once): Promise<{ id: string }> {
    return this.idempotency.run(once, async (tx) => {
      const batch = await this.batches.lock(tx, batchId);
      if (batch === null) throw refusal(payoutsRefusals, 'not_found');
      if (batch.rail !== 'bank_file') throw refusal(payoutsRefusals, 'nothing_to_file');
      if (await this.files.isSending(tx, batchId)) throw refusal(payoutsRefusals, 'batch_still_sending');
      const orders = await this.orders.lockWaiting(tx, batchId);
      if (orders.length === 0) throw refusal(payoutsRefusals, 'nothing_to_file');
      if (orders.some(({ personId }) => personId === actor.id)) throw refusal(payoutsRefusals, 'own_money');
      const lines = await this.paper.lines(orders);
      const day = bankingDay(executeOn ?? new Date(Date.now() + DAY).toISOString().slice(0, 10));
      const id = newId('bfl');
      const ask = { id, executeOn: day, at: new Date(), number: await this.files.countToday(tx), lines };
      const { format, text } = this.paper.write(batch.currency, ask);
      const sha256 = createHash('sha256').update(text).digest('hex');
      const { currency, mode } = batch;
      const facts = { id, batchId, format, currency, mode, executeOn: day, orders: orders.length };
      const total = sumOf(lines);
      const sealed = this.paper.seal(id, text);
      await this.files.insert(tx, { ...facts, total, sealed, sha256, madeBy: actor.id });
      await this.orders.setFile(
        tx,
        orders.map((order) => order.id),
        id,
      );
      for (const order of orders) await this.file(tx, order.id, actor, id);
      const note = { batchId, format, sha256, orders: orders.length, total: total.toString(), currency };
      await this.audit.record(tx, actor, 'payouts.make_bank_file', id, note);
      return { id };
    });
  }

  /** The file as it was made; its hash is checked before it is handed out, and the download is noted. */
  async content(id: string, actor: Actor): Promise<{ file: BankFile; text: string }> {
    const [file, sealed] = [await this.files.find(id), await this.files.sealed(id)];
    if (file === null || sealed === null) throw refusal(payoutsRefusals, 'not_found');
    const text = this.paper.open(id, sealed);
    if (createHash('sha256').update(text).digest('hex') !== file.sha256)
      throw new Error(`bank file ${id} is not what was made`);
    await this.paper.note(actor, file);
    return { file, text };
  }

  private async file(tx: Tx, id: string, actor: Actor, fileId: string): Promise<void> {
    await this.orders.move(
      tx,
      { id, verb: 'file', from: 'waiting', to: 'filed', actor, note: { fileId } },
      null,
    );
  }
}
