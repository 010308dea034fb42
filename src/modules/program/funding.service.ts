import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { newId } from '../../kernel/id';
import { refusal } from '../../kernel/refusal';
import { MoneyInput, moneyView } from '../../platform/http/money.dto';
import { Idempotency, type Once } from '../../platform/idempotency/idempotency';
import { AuditService } from '../audit';
import { account, LedgerService } from '../ledger';
import { programRefusals } from './contract';
import { fundProgram } from './domain/recipes';
import { programFundView, type FundingView, type ProgramFundView } from './program.dto';
import { ProgramRepository } from './program.repository';

/** The programme's money: what came in, what is left. */
@Injectable()
export class FundingService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly programs: ProgramRepository,
    private readonly ledger: LedgerService,
    private readonly audit: AuditService,
  ) {}

  /** Books money that arrived; refuses `currency_mismatch`. With an Idempotency-Key a repeat books nothing. */
  async fund(once: Once, me: Actor, idOrSlug: string, body: MoneyInput): Promise<FundingView> {
    const { id: programId, currency } = await this.programs.get(idOrSlug);
    if (body.currency !== currency) throw refusal(programRefusals, 'currency_mismatch', { currency });
    const amount = BigInt(body.amount);
    return this.idempotency.run(once, async (tx) => {
      const fundingId = newId('fnd');
      await this.ledger.post(tx, fundProgram({ fundingId, programId, amount, currency }));
      await this.audit.record(tx, me, 'program.fund', programId, {
        fundingId,
        amount: `${amount}`,
        currency,
      });
      return { id: fundingId, programId, amount: moneyView({ amount, currency }) };
    });
  }

  async balance(idOrSlug: string): Promise<ProgramFundView> {
    const { id, currency } = await this.programs.get(idOrSlug);
    const name = account.fund(id, currency);
    const balances = await this.ledger.balances([name]);
    return programFundView(id, currency, balances.get(name) ?? { balance: 0n, held: 0n, available: 0n });
  }
}
