import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '../../../kernel/actor';
import { decimal } from '../../../kernel/money';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { PeopleService } from '../../access';
import { account } from '../../ledger';
import { StatementsService, type Issued } from '../../redress';
import { compensationRefusals, earningReversed } from '../contract';
import { CORRECTION_RULES, type CorrectionState, type CorrectionVerb } from '../domain/correction.workflow';
import type { EarningEntity } from '../earning.entity';
import { EarningService } from '../earning.service';
import type { CorrectionEntity } from './correction.entity';
import { CorrectionRepository } from './correction.repository';
import { ReversalService } from './reversal.service';

const KIND = 'earning_voided';
const REMEDY =
  'Read what was found, and the line of the rate card that the earning names. If the amount was right, appeal within six ' +
  'months: somebody who took no part hears it, and what was taken is owed again.';

/** What a correction does, and how it is undone: statement, reversal and the right amount in one transaction. */
@Injectable()
export class CorrectionEffectService {
  constructor(
    private readonly corrections: CorrectionRepository,
    private readonly earning: EarningService,
    private readonly reversals: ReversalService,
    private readonly statements: StatementsService,
    private readonly people: PeopleService,
    private readonly outbox: Outbox,
  ) {}

  /** The second person confirms. What takes money away has its statement, and waits where a second look comes first. */
  async confirm(tx: Tx, me: Actor, row: CorrectionEntity, earning: EarningEntity): Promise<void> {
    await this.corrections.sign(tx, row.id, me.id);
    const isLess = row.rightAmount < earning.amount;
    const effect = isLess ? (await this.issue(tx, row, earning, me.id)).effect : 'in_force';
    if (effect === 'in_force') return this.takeEffect(tx, me, row, earning);
    await this.reversals.note(tx, me, 'hold', row.id, { earningId: row.earningId });
  }

  /** Takes the amount back and earns the right one. Called again it does nothing. */
  async takeEffect(tx: Tx, actor: Actor, row: CorrectionEntity, earning: EarningEntity): Promise<void> {
    if (row.state !== 'proposed') return;
    await this.move(tx, actor, row, 'confirm', 'confirmed');
    const { id: correctionId, reason, note, rightAmount, earningId, programId, personId } = row;
    const { amount, currency } = earning;
    await this.reversals.reverse(tx, actor, earning, { correctionId, reason });
    await this.give(tx, actor, earning, {
      causeType: 'correction',
      amount: rightAmount,
      evidence: { earningId, correctionId, reason, note },
    });
    await this.outbox.add(tx, earningReversed, {
      earningId,
      correctionId,
      personId,
      programId,
      reason,
      note,
      amount: amount.toString(),
      rightAmount: rightAmount.toString(),
      currency,
    });
  }

  /** Nothing comes of it. */
  async withdraw(tx: Tx, actor: Actor, row: CorrectionEntity): Promise<void> {
    if (row.state !== 'proposed') return;
    await this.move(tx, actor, row, 'withdraw', 'withdrawn');
    await this.reversals.note(tx, actor, 'withdraw', row.id, { earningId: row.earningId });
    await this.statements.end(tx, row.earningId, [KIND]);
  }

  /** An appeal succeeded: what was taken is owed again, beside what stood in its place. Called again it does nothing. */
  async overturn(tx: Tx, actor: Actor, row: CorrectionEntity, earning: EarningEntity): Promise<void> {
    if (row.state !== 'confirmed') return;
    await this.move(tx, actor, row, 'overturn', 'overturned');
    const { id: correctionId, earningId, rightAmount } = row;
    await this.reversals.note(tx, actor, 'overturn', correctionId, { earningId });
    const amount = earning.amount - rightAmount;
    await this.give(tx, actor, earning, {
      causeType: 'restored',
      amount,
      evidence: { earningId, correctionId },
    });
  }

  private async give(
    tx: Tx,
    actor: Actor,
    { programId, personId, category, currency }: EarningEntity,
    given: {
      causeType: 'correction' | 'restored';
      amount: bigint;
      evidence: Readonly<Record<string, unknown>> & { readonly correctionId: string };
    },
  ): Promise<void> {
    if (given.amount <= 0n) return;
    const source = account.fund(programId, currency);
    const causeId = given.evidence.correctionId;
    const draft = { programId, personId, category, currency, source, causeId, rate: null, ...given };
    await this.earning.earn(tx, draft, actor);
  }

  private async move(
    tx: Tx,
    actor: Actor,
    { id, state: from }: CorrectionEntity,
    verb: CorrectionVerb,
    to: CorrectionState,
  ): Promise<void> {
    if (!(await this.corrections.move(tx, { id, verb, from, to, actor })))
      throw refusal(compensationRefusals, 'wrong_state');
  }

  private async issue(
    tx: Tx,
    row: CorrectionEntity,
    { amount, currency, causeType, rateCardVersion }: EarningEntity,
    secondId: string,
  ): Promise<Issued> {
    const { id, earningId, personId, programId, reason, note, rightAmount, proposedBy } = row;
    const said = (minor: bigint): string => `${decimal({ amount: minor, currency })} ${currency}`;
    const left =
      rightAmount === 0n ? 'Nothing is owed in its place.' : `${said(rightAmount)} are owed in its place.`;
    return this.statements.issue(tx, {
      kind: KIND,
      subjectId: earningId,
      actId: id,
      personId,
      programId,
      ground: 'evidence',
      rule: {
        source: 'criterion',
        id: `Reasons for correcting an amount: ${reason}`,
        text: CORRECTION_RULES[reason],
      },
      facts: `An earning of ${said(amount)} was found wrong. ${left} Two people agreed: “${note}”`,
      scope: `${said(amount)} are taken back. ${left}`,
      remedy: REMEDY,
      decidedBy: { id: proposedBy, role: await this.roleOf(tx, proposedBy) },
      confirmedBy: { id: secondId, role: await this.roleOf(tx, secondId) },
      snapshot: { amount: amount.toString(), currency, cause: causeType, rateCardVersion },
    });
  }

  private async roleOf(tx: Tx, id: string): Promise<Role> {
    const roles = (await this.people.find(id, tx))?.roles ?? [];
    return roles.includes('finance') ? 'finance' : 'admin';
  }
}
