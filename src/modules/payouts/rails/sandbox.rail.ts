import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import { Database } from '../../../platform/db/database';
import { payoutsRefusals } from '../contract';
import type {
  Movement,
  PayAnswer,
  PayoutRail,
  PayRequest,
  RailNews,
  RailRecipient,
  RailTransfer,
  RecipientDraft,
} from '../domain/rail';
import { transferWorkflow, type TransferVerb } from '../domain/sandbox-transfer.workflow';
import type { TransferEntity } from './transfer.entity';
import { TransferRepository } from './transfer.repository';

export interface SandboxOptions {
  /** Milliseconds until a transfer arrives by itself. */
  readonly settleAfterMs: number;
}

export const SANDBOX_OPTIONS = Symbol('SandboxOptions');

const transferOf = ({
  id,
  reference,
  personId,
  amount,
  currency,
  state,
  reason,
}: TransferEntity): RailTransfer => ({
  railRef: id,
  reference,
  recipient: personId,
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
  readonly mode = 'test';
  /** It knows every reference for ever. */
  readonly keyLifeMs = Number.MAX_SAFE_INTEGER / 1_000_000;

  constructor(
    private readonly db: Database,
    private readonly transfers: TransferRepository,
    @Inject(SANDBOX_OPTIONS) private readonly options: SandboxOptions,
  ) {}

  minimum(): bigint {
    return 1n;
  }

  /** Everybody is known here from the start, under their own id. */
  async createRecipient({ personId, country }: RecipientDraft): Promise<RailRecipient> {
    return { ...(await this.recipientStatus(personId)), country };
  }

  async onboardingLink(): Promise<null> {
    return null;
  }

  async recipientStatus(ref: string): Promise<RailRecipient> {
    return {
      ref,
      standing: 'ready',
      requirements: [],
      country: null,
      fingerprint: `sandbox ${ref}`,
      last4: null,
    };
  }

  async balance(): Promise<null> {
    return null;
  }

  /** The operator's mood is the weather of a real rail: no money, no answer, or an answer that gets lost. */
  async pay(request: PayRequest): Promise<PayAnswer> {
    const mood = await this.transfers.mood();
    if (mood === 'down') throw new Error('the sandbox is down, as its operator wishes');
    if (mood === 'no_funds')
      return {
        outcome: 'rejected',
        code: 'balance_insufficient',
        reason: 'The sandbox has no money left, as its operator wishes.',
        isForAll: true,
      };
    const transfer = await this.db.tx((tx) => this.transfers.insert(tx, request, this.options.settleAfterMs));
    if (mood === 'forgetful') throw new Error('the answer of the sandbox got lost, as its operator wishes');
    const isSame =
      transfer.personId === request.recipient &&
      transfer.amount === request.amount &&
      transfer.currency === request.currency;
    if (isSame) return { outcome: 'accepted', railRef: transfer.id };
    return { outcome: 'misused', reason: 'the sandbox knows this reference with another amount or payee' };
  }

  async find(reference: string): Promise<RailTransfer | null> {
    if ((await this.transfers.mood()) === 'down')
      throw new Error('the sandbox is down, as its operator wishes');
    const transfer = await this.transfers.find(reference);
    return transfer === null ? null : transferOf(transfer);
  }

  async reverse({ railRef, reference }: Pick<RailTransfer, 'railRef' | 'reference'>): Promise<PayAnswer> {
    await this.act(reference, 'return', { ...SYSTEM, roles: ['admin'] }, 'taken back');
    return { outcome: 'accepted', railRef };
  }

  async movements(since: Date): Promise<Movement[]> {
    return (await this.transfers.listSince(since)).flatMap((transfer) => {
      const { id, reference, currency } = transfer;
      const of = { reference, railRef: id, currency };
      const sent: Movement = {
        ...of,
        id,
        kind: 'transfer',
        amount: -transfer.amount,
        at: transfer.createdAt,
      };
      const isBack = transfer.state === 'returned' || transfer.state === 'failed';
      const { amount, updatedAt: at } = transfer;
      return isBack ? [sent, { ...of, id: `${id}_back`, kind: 'reversal' as const, amount, at }] : [sent];
    });
  }

  parseWebhook(): RailNews {
    throw refusal(payoutsRefusals, 'signature_wrong');
  }

  async newsSince(): Promise<RailNews[]> {
    return [];
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
