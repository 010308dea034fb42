import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { decodeCursor, toPage } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { Database } from '../../../platform/db/database';
import { moneyView } from '../../../platform/http/money.dto';
import { Handles } from '../../../platform/queue/job.registry';
import { QueueService } from '../../../platform/queue/queue.service';
import type { Mood } from '../domain/sandbox-transfer.workflow';
import { AuditService } from '../../audit';
import { payoutsRefusals } from '../contract';
import { followPayout, settleSandbox } from '../sending/payout.jobs';
import type { BankVerb, SandboxQuery, SandboxTransferPage, SandboxTransferView } from './sandbox.dto';
import { SandboxRail } from './sandbox.rail';
import type { TransferEntity } from './transfer.entity';
import { TransferRepository } from './transfer.repository';

/** An hour. */
const DELAY_S = 3_600;

function view({
  id,
  reference,
  personId,
  amount,
  currency,
  state,
  reason,
  ...at
}: TransferEntity): SandboxTransferView {
  return {
    id,
    payoutId: reference,
    personId,
    amount: moneyView({ amount, currency }),
    state,
    reason,
    settlesAt: at.settlesAt.toISOString(),
    createdAt: at.createdAt.toISOString(),
  };
}

/** The bank behind the sandbox rail. Its news say, as a webhook would, which transfer changed, never what to believe. */
@Injectable()
export class SandboxService {
  constructor(
    private readonly rail: SandboxRail,
    private readonly transfers: TransferRepository,
    private readonly queue: QueueService,
    private readonly db: Database,
    private readonly audit: AuditService,
  ) {}

  async list({ cursor, limit, state }: SandboxQuery): Promise<SandboxTransferPage> {
    const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    const page = toPage(await this.transfers.list(state, before, limit + 1), limit, ({ id }) => [id], view);
    return { items: [...page.items], next: page.next };
  }

  async act(
    payoutId: string,
    verb: BankVerb,
    reason: string | null,
    actor: Actor,
  ): Promise<SandboxTransferView> {
    if (verb === 'delay') return this.delay(payoutId);
    const transfer = await this.rail.act(payoutId, verb, actor, reason);
    await this.tell([payoutId]);
    return view(transfer);
  }

  async mood(): Promise<Mood> {
    return this.transfers.mood();
  }

  async setMood(mood: Mood, actor: Actor): Promise<Mood> {
    await this.db.tx(async (tx) => {
      await this.transfers.setMood(tx, mood, actor.id);
      await this.audit.record(tx, actor, 'payouts.set_sandbox_mood', 'sandbox', { mood });
    });
    return mood;
  }

  @Handles(settleSandbox)
  async settleDue(): Promise<void> {
    await this.tell(await this.rail.settleDue());
  }

  private async delay(payoutId: string): Promise<SandboxTransferView> {
    await this.db.tx((tx) => this.transfers.delay(tx, payoutId, DELAY_S));
    const transfer = await this.transfers.find(payoutId);
    if (transfer === null) throw refusal(payoutsRefusals, 'not_found');
    return view(transfer);
  }

  private async tell(payoutIds: readonly string[]): Promise<void> {
    await this.queue.addAll(payoutIds.map((payoutId) => ({ kind: followPayout, data: { payoutId } })));
  }
}
