import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import type { Currency } from '../../kernel/money';
import { available } from '../../kernel/workflow';
import type { Tx } from '../../platform/db/database';
import { moneyView } from '../../platform/http/money.dto';
import { may, PeopleService, type PersonCard } from '../access';
import type { PayoutBatchDetailView, PayoutBatchView } from './batch.dto';
import type { PayoutBatchEntity } from './batch.entity';
import { batchWorkflow, type BatchFacts } from './domain/batch.workflow';
import { payoutWorkflow } from './domain/payout.workflow';
import { InsideRepository, type Inside } from './drafting/inside.repository';
import { whyNotAsk } from './domain/reversal.workflow';
import type { PayoutPersonView, PayoutView } from './payout.dto';
import type { PayoutEntity } from './payout.entity';

type Cards = ReadonlyMap<string, PersonCard>;

/** Verbs that a person takes through the API; the others are Atelier's own. */
const BATCH_BUTTONS: readonly string[] = ['approve', 'cancel', 'send', 'pause', 'resume', 'stop'];
const PAYOUT_BUTTONS: readonly string[] = ['retry'];

/** Asking for a payout back is no step of the payout itself, but a button beside it. */
const mayAskBack = ({ personId, state }: PayoutEntity, viewer: Actor): boolean =>
  may(viewer, 'payout.operate') && whyNotAsk({ isPayee: personId === viewer.id, payout: state }) === null;

const deciders = (row: PayoutBatchEntity): string[] =>
  [row.draftedBy, row.approvedBy, row.secondApprovedBy, ...row.editedBy].filter((id) => id !== null);

const person = (id: string, cards: Cards): PayoutPersonView => ({ id, name: cards.get(id)?.name ?? id });

/** What decides about a batch for `viewer`, as far as the batch itself says it. */
export function factsOf(batch: PayoutBatchEntity, viewer: Actor, isPayee: boolean): BatchFacts {
  const signed = [batch.approvedBy, batch.secondApprovedBy].filter((id) => id !== null);
  return {
    isOwnDraft: batch.draftedBy === viewer.id || batch.editedBy.includes(viewer.id),
    isPayee,
    hasApproved: signed.includes(viewer.id),
    isHashSeen: true,
    approvalsMissing: batch.approvalsNeeded - signed.length - 1,
    open: 0,
  };
}

/** Rows as the API shows them, with names and with the buttons of whoever looks. Inside of a transaction hand over `tx`. */
@Injectable()
export class ViewService {
  constructor(
    private readonly people: PeopleService,
    private readonly inside: InsideRepository,
  ) {}

  async payouts(rows: readonly PayoutEntity[], viewer: Actor, tx?: Tx): Promise<PayoutView[]> {
    const ids = rows.map(({ personId }) => personId);
    const cards = await this.people.cards(ids, tx);
    return rows.map((row) => payoutView(row, cards, viewer));
  }

  async batches(
    rows: readonly PayoutBatchEntity[],
    viewer: Actor,
    paysViewer: (batchId: string) => boolean,
  ): Promise<PayoutBatchView[]> {
    const blocked = await this.inside.countBlocked(rows.map(({ id }) => id));
    const cards = await this.people.cards(rows.flatMap(deciders));
    return rows.map((row) => batchView(row, cards, viewer, paysViewer(row.id), blocked.get(row.id) ?? 0));
  }

  /** With the sums of what is in it, and the first of its lines. */
  async batch(row: PayoutBatchEntity, viewer: Actor, tx?: Tx): Promise<PayoutBatchDetailView> {
    const inside = await this.inside.read(row.id, viewer.id, tx);
    const blocked = inside.blocked.map(({ personId }) => personId);
    const cards = await this.people.cards([...deciders(row), ...blocked], tx);
    const left = inside.reasons.reduce((sum, { count }) => sum + count, 0);
    return {
      ...batchView(row, cards, viewer, inside.isPayee, left),
      states: [...inside.states],
      payouts: await this.payouts(inside.payouts, viewer, tx),
      ...blockedView(inside, row.currency, cards),
    };
  }
}

function payoutView(row: PayoutEntity, cards: Cards, viewer: Actor): PayoutView {
  const { id, batchId, programId, state, rail, railRef, reason } = row;
  return {
    id,
    batchId,
    programId,
    person: person(row.personId, cards),
    amount: moneyView(row),
    earnings: row.earningIds.length,
    state,
    rail,
    railRef,
    reason,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    paidAt: row.paidAt?.toISOString() ?? null,
    available: [
      ...available(payoutWorkflow, state, viewer, {}).filter((verb) => PAYOUT_BUTTONS.includes(verb)),
      ...(mayAskBack(row, viewer) ? ['reverse'] : []),
    ],
  };
}

function blockedView(
  { blocked, reasons }: Inside,
  currency: Currency,
  cards: Cards,
): Pick<PayoutBatchDetailView, 'blocked' | 'blockedBy'> {
  return {
    blocked: blocked.map(({ personId, amount, reason }) => ({
      personId,
      name: person(personId, cards).name,
      amount: moneyView({ amount, currency }),
      reason,
    })),
    blockedBy: reasons.map(({ reason, count, amount }) => ({
      reason,
      count,
      amount: moneyView({ amount, currency }),
    })),
  };
}

function batchView(
  row: PayoutBatchEntity,
  cards: Cards,
  viewer: Actor,
  isPayee: boolean,
  blockedCount: number,
): PayoutBatchView {
  const { id, programId, state, currency, rail, mode, pauseReason } = row;
  const facts = { ...factsOf(row, viewer, isPayee), approvalsMissing: 0 };
  return {
    id,
    programId,
    rail,
    mode,
    state,
    pauseReason,
    total: moneyView({ amount: row.total, currency }),
    count: row.payouts,
    blockedCount,
    hash: row.contentHash,
    approvalsNeeded: row.approvalsNeeded,
    draftedBy: person(row.draftedBy, cards),
    editedBy: row.editedBy.map((editor) => person(editor, cards)),
    approvedBy: [row.approvedBy, row.secondApprovedBy]
      .filter((signer) => signer !== null)
      .map((signer) => person(signer, cards)),
    canLeaveOut: state === 'draft' && row.payouts > 1 && !isPayee && may(viewer, 'payout.draft'),
    createdAt: row.createdAt.toISOString(),
    approvedAt: row.approvedAt?.toISOString() ?? null,
    available: available(batchWorkflow, state, viewer, facts).filter((verb) => BATCH_BUTTONS.includes(verb)),
  };
}
