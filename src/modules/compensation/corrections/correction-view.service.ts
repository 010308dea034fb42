import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { available } from '../../../kernel/workflow';
import { moneyView } from '../../../platform/http/money.dto';
import { PeopleService } from '../../access';
import { StatementsService } from '../../redress';
import { compensationRefusals } from '../contract';
import { correctionWorkflow } from '../domain/correction.workflow';
import type { EarningEntity } from '../earning.entity';
import { EarningRepository } from '../earning.repository';
import type { CorrectionPage, CorrectionQuery, CorrectionView, OwnCorrectionView } from './correction.dto';
import type { CorrectionEntity } from './correction.entity';
import { CorrectionRepository } from './correction.repository';
import { correctionFacts } from './correction.service';

/** Corrections as finance reads them. */
@Injectable()
export class CorrectionViewService {
  constructor(
    private readonly corrections: CorrectionRepository,
    private readonly earnings: EarningRepository,
    private readonly people: PeopleService,
    private readonly statements: StatementsService,
  ) {}

  async list(me: Actor, { cursor, limit, state }: CorrectionQuery): Promise<CorrectionPage> {
    const { items, next } = await this.corrections.list(state === undefined ? {} : { state }, cursor, limit);
    return { items: await this.views(me, items), next };
  }

  async get(me: Actor, id: string): Promise<CorrectionView> {
    const row = await this.corrections.find(id);
    if (row === null) throw refusal(compensationRefusals, 'not_found');
    const [view] = await this.views(me, [row]);
    return view as CorrectionView;
  }

  /** The correction that took effect on this earning, for whoever it belongs to; `null`: none did. */
  async ofEarning({ id: earningId, currency }: EarningEntity): Promise<OwnCorrectionView | null> {
    const row = await this.corrections.findOf(earningId);
    if (row === null) return null;
    const { id, state, reason, note, rightAmount } = row;
    const statement = await this.statements.latest(earningId, ['earning_voided']);
    const statementId = statement?.actId === id ? statement.statementId : null;
    return {
      id,
      state,
      reason,
      note,
      rightAmount: moneyView({ amount: rightAmount, currency }),
      statementId,
    };
  }

  private async views(me: Actor, rows: readonly CorrectionEntity[]): Promise<CorrectionView[]> {
    const earnings = await this.earnings.listByIds(rows.map(({ earningId }) => earningId));
    const ids = rows.flatMap(({ personId, proposedBy, decidedBy }) => [
      personId,
      proposedBy,
      decidedBy ?? '',
    ]);
    const names = await this.people.cards([...new Set(ids)].filter((id) => id !== ''));
    const nameOf = (id: string): string => names.get(id)?.name ?? id;
    return rows.flatMap((row) => {
      const earning = earnings.get(row.earningId);
      return earning === undefined ? [] : [view(me, row, earning, nameOf)];
    });
  }
}

function view(
  me: Actor,
  row: CorrectionEntity,
  earning: EarningEntity,
  nameOf: (id: string) => string,
): CorrectionView {
  const { id, earningId, personId, state, reason, note, rightAmount, proposedBy, decidedBy } = row;
  const { amount, currency } = earning;
  return {
    id,
    earningId,
    personId,
    personName: nameOf(personId),
    state,
    reason,
    note,
    amount: moneyView({ amount, currency }),
    rightAmount: moneyView({ amount: rightAmount, currency }),
    proposedBy: nameOf(proposedBy),
    decidedBy: decidedBy === null ? null : nameOf(decidedBy),
    isLookedAt: state === 'proposed' && decidedBy !== null,
    createdAt: row.createdAt.toISOString(),
    available: available(correctionWorkflow, state, me, correctionFacts(row, earning, me)),
  };
}
