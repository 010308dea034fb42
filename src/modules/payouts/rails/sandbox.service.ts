import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { decodeCursor, toPage } from '../../../kernel/page';
import { moneyView } from '../../../platform/http/money.dto';
import { Handles } from '../../../platform/queue/job.registry';
import { QueueService } from '../../../platform/queue/queue.service';
import type { TransferVerb } from '../domain/sandbox-transfer.workflow';
import { followPayout, settleSandbox } from '../sending/payout.jobs';
import type { SandboxQuery, SandboxTransferPage, SandboxTransferView } from './sandbox.dto';
import { SandboxRail } from './sandbox.rail';
import type { TransferEntity } from './transfer.entity';
import { TransferRepository } from './transfer.repository';

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
  ) {}

  async list({ cursor, limit, state }: SandboxQuery): Promise<SandboxTransferPage> {
    const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    const page = toPage(await this.transfers.list(state, before, limit + 1), limit, ({ id }) => [id], view);
    return { items: [...page.items], next: page.next };
  }

  async act(
    payoutId: string,
    verb: TransferVerb,
    reason: string | null,
    actor: Actor,
  ): Promise<SandboxTransferView> {
    const transfer = await this.rail.act(payoutId, verb, actor, reason);
    await this.tell([payoutId]);
    return view(transfer);
  }

  @Handles(settleSandbox)
  async settleDue(): Promise<void> {
    await this.tell(await this.rail.settleDue());
  }

  private async tell(payoutIds: readonly string[]): Promise<void> {
    await this.queue.addAll(payoutIds.map((payoutId) => ({ kind: followPayout, data: { payoutId } })));
  }
}
