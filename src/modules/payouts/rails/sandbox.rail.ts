import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import { Database } from '../../../platform/db/database';
import { payoutsRefusals } from '../contract';
import type { PayAnswer, PayoutRail, PayRequest, RailTransfer } from '../domain/rail';
import { transferWorkflow, type TransferVerb } from '../domain/sandbox-transfer.workflow';
import type { TransferEntity } from './transfer.entity';
import { TransferRepository } from './transfer.repository';

export interface SandboxOptions {
  /** Milliseconds until a transfer arrives by itself. */
  readonly settleAfterMs: number;
}

export const SANDBOX_OPTIONS = Symbol('SandboxOptions');

const transferOf = ({ id, reference, amount, currency, state, reason }: TransferEntity): RailTransfer => ({
  railRef: id,
  reference,
  amount,
  currency,
  state,
  reason,
});

/**
 * A payment processor in a box: moves no money, but keeps its promises like a real one. It remembers in tables of its
 * own and in transactions of its own, and its transfers arrive after a delay, or as an operator who plays the bank says.
 */
@Injectable()
export class SandboxRail implements PayoutRail {
  readonly key = 'sandbox';

  constructor(
    private readonly db: Database,
    private readonly transfers: TransferRepository,
    @Inject(SANDBOX_OPTIONS) private readonly options: SandboxOptions,
  ) {}

  /** Refuses `transfer_mismatch` when the reference is known with other parameters. */
  async pay(request: PayRequest): Promise<PayAnswer> {
    const transfer = await this.db.tx((tx) => this.transfers.insert(tx, request, this.options.settleAfterMs));
    const isSame =
      transfer.personId === request.personId &&
      transfer.amount === request.amount &&
      transfer.currency === request.currency;
    if (!isSame)
      throw refusal(payoutsRefusals, 'transfer_mismatch', {
        reference: request.reference,
        transfer: transfer.id,
      });
    return { outcome: 'accepted', railRef: transfer.id };
  }

  async find(reference: string): Promise<RailTransfer | null> {
    const transfer = await this.transfers.find(reference);
    return transfer === null ? null : transferOf(transfer);
  }

  /** What the bank does to a transfer. Refuses `not_found`, `wrong_state`. */
  async act(
    reference: string,
    verb: TransferVerb,
    actor: Actor,
    reason: string | null,
  ): Promise<TransferEntity> {
    return this.db.tx(async (tx) => {
      const transfer = await this.transfers.lock(tx, reference);
      if (transfer === null) throw refusal(payoutsRefusals, 'not_found');
      const { id, state: from } = transfer;
      const decision = decide(transferWorkflow, from, verb, actor, {});
      if (decision.kind === 'already') return transfer;
      if (decision.kind === 'refused')
        throw refusedMove(payoutsRefusals, decision.code, transferWorkflow, from, verb);
      const { to } = decision;
      await this.transfers.move(
        tx,
        { id, verb, from, to, actor, note: reason === null ? {} : { reason } },
        reason,
      );
      return { ...transfer, state: to, reason };
    });
  }

  /** Lets up to 100 transfers arrive whose time has come; their references. */
  async settleDue(): Promise<string[]> {
    return this.db.tx(async (tx) => {
      const due = await this.transfers.lockDue(tx);
      for (const { id } of due)
        await this.transfers.move(
          tx,
          { id, verb: 'settle', from: 'in_transit', to: 'paid', actor: SYSTEM },
          null,
        );
      return due.map(({ reference }) => reference);
    });
  }
}
