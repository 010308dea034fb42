import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import type { Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { LedgerService } from '../../ledger';
import { StatementsService } from '../../redress';
import { planOf } from '../applications/application.mapping';
import type { CallApplicationEntity } from '../applications/call-application.entity';
import { CallApplicationRepository } from '../applications/call-application.repository';
import type { CallEntity } from '../calls/call.entity';
import { CallRepository } from '../calls/call.repository';
import { awardMoved, grantApplicationMoved, type ApplicationState } from '../contract';
import { agreement, OFFER_DAYS } from '../domain/agreement';
import { returned } from '../domain/recipes';
import type { AwardEntity } from './award.entity';
import { AwardRepository } from './award.repository';

const DAY = 86_400_000;

/** Offers what was awarded, and when an offer fails, moves the reserve list up. */
@Injectable()
export class OfferService {
  constructor(
    private readonly calls: CallRepository,
    private readonly applications: CallApplicationRepository,
    private readonly awards: AwardRepository,
    private readonly ledger: LedgerService,
    private readonly outbox: Outbox,
    private readonly statements: StatementsService,
  ) {}

  /** The call is decided: everyone is told, and who was awarded gets an agreement to accept. */
  async offerAll(tx: Tx, call: CallEntity): Promise<void> {
    const rows = await this.applications.among(tx, call.id, ['awarded', 'reserve', 'declined']);
    for (const row of rows) await this.conclude(tx, call, row);
  }

  /**
   * What an award did not pay out (`freed`, minor units) is free again: the first of the reserve list whose amount it
   * covers gets it, what is left goes back to the fund. Under the lock of the call.
   */
  async reuse(tx: Tx, call: CallEntity, award: AwardEntity, freed: bigint): Promise<void> {
    const reserves = await this.applications.among(tx, call.id, ['reserve']);
    const next = reserves.find((row) => row.reserveAmount !== null && row.reserveAmount <= freed);
    const reused = next?.reserveAmount ?? 0n;
    if (next !== undefined) {
      // The table asks for a place while in reserve and for an amount once awarded: both stand during the move.
      const answer = { ...next, awarded: reused };
      await this.applications.answer(tx, next.id, answer);
      await this.applications.move(tx, {
        id: next.id,
        verb: 'promote',
        from: 'reserve',
        to: 'awarded',
        actor: SYSTEM,
      });
      await this.applications.answer(tx, next.id, { ...answer, reservePlace: null, reserveAmount: null });
      await this.tell(tx, call, next, 'promote', 'awarded');
      await this.offer(tx, call, next, reused);
    }
    await this.calls.addAwarded(tx, call.id, reused - freed);
    const entry = returned(call, award.id, freed - reused);
    if (entry !== null) await this.ledger.post(tx, entry);
    if ((await this.awards.countOffered(tx, call.id)) === 0) await this.endReserve(tx, call);
  }

  /** No offer is open any more: whoever is still in reserve will not move up, and is told so. */
  async endReserve(tx: Tx, call: CallEntity): Promise<void> {
    for (const row of await this.applications.among(tx, call.id, ['reserve'])) {
      await this.applications.move(tx, {
        id: row.id,
        verb: 'lapse',
        from: 'reserve',
        to: 'declined',
        actor: SYSTEM,
      });
      await this.applications.answer(tx, row.id, { ...row, reservePlace: null, reserveAmount: null });
      await this.tell(tx, call, row, 'lapse', 'declined');
      await this.giveReasons(tx, call, row, null);
    }
  }

  /** One application by itself, after its call: told, and offered or given reasons. */
  async conclude(tx: Tx, call: CallEntity, row: CallApplicationEntity): Promise<void> {
    await this.tell(tx, call, row, 'decide', row.state);
    if (row.state === 'declined') await this.giveReasons(tx, call, row, row.decidedBy);
    if (row.state === 'awarded' && row.awarded !== null) await this.offer(tx, call, row, row.awarded);
  }

  async tell(
    tx: Tx,
    call: CallEntity,
    row: CallApplicationEntity,
    verb: string,
    to: ApplicationState,
  ): Promise<void> {
    await this.outbox.add(tx, grantApplicationMoved, {
      applicationId: row.id,
      callId: call.id,
      programId: call.programId,
      personId: row.personId,
      title: call.title,
      verb,
      from: 'in_review',
      to,
    });
  }

  /** Everybody who is declined has the whole reasons. `decidedBy` null: time did, no offer became free. */
  private async giveReasons(
    tx: Tx,
    call: CallEntity,
    row: CallApplicationEntity,
    decidedBy: string | null,
  ): Promise<void> {
    const lapsed = decidedBy === null ? ' It was kept in reserve, and nothing became free.' : '';
    await this.statements.issue(tx, {
      kind: 'grant_declined',
      subjectId: row.id,
      actId: row.reheardAt === null ? 'decline' : `decline.${row.reheardAt.getTime()}`,
      personId: row.personId,
      programId: call.programId,
      ground: 'selection',
      rule: {
        source: 'criterion',
        id: 'Criteria of the call',
        text: 'Applications are reviewed blind on the published criteria of the call and ranked; its budget goes to the first.',
      },
      facts: `The application to “${call.title}” is declined.${lapsed} They wrote: “${row.reasons ?? ''}”`,
      remedy: 'Read the comments of the reviewers, and apply to the next call with what they asked for.',
      decidedBy: decidedBy === null ? { id: 'system', role: 'system' } : { id: decidedBy, role: 'manager' },
      participants: await this.applications.judgesOf(tx, row.id),
      snapshot: { call: call.title, statement: row.statement, rank: row.rank },
    });
  }

  private async offer(tx: Tx, call: CallEntity, row: CallApplicationEntity, amount: bigint): Promise<void> {
    const plan = planOf(row.plan);
    const { text, hash } = agreement({ callTitle: call.title, amount, currency: call.currency, plan });
    const id = newId('awd');
    await this.awards.insert(
      tx,
      {
        id,
        callId: call.id,
        programId: call.programId,
        applicationId: row.id,
        personId: row.personId,
        amount,
        currency: call.currency,
        agreement: text,
        agreementHash: hash,
        offerUntil: new Date(Date.now() + OFFER_DAYS * DAY),
        state: 'offered',
      },
      plan,
    );
    await this.outbox.add(tx, awardMoved, {
      awardId: id,
      programId: call.programId,
      personId: row.personId,
      title: call.title,
      verb: 'offer',
      from: null,
      to: 'offered',
    });
  }
}
