import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { available } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import type { CallEntity } from '../calls/call.entity';
import { CallRepository } from '../calls/call.repository';
import { APPLICATION_VERBS, grantsRefusals, type ApplicationVerb } from '../contract';
import { applicationWorkflow } from '../domain/application.workflow';
import { ReviewRepository } from '../reviews/review.repository';
import { NOBODYS } from './application.mapping';
import {
  callApplicationView,
  type CallApplicationPage,
  type CallApplicationView,
} from './call-application.dto';
import type { CallApplicationEntity } from './call-application.entity';
import { CallApplicationRepository } from './call-application.repository';

const isManager = (me: Actor): boolean => hasRole(me, 'manager') || hasRole(me, 'admin');
const isOver = ({ closesAt }: CallEntity): boolean => closesAt.getTime() <= Date.now();

/** Applications as each reader may see them: applicants all of their own and for good, those who judge blind. */
@Injectable()
export class ApplicationViewService {
  constructor(
    private readonly calls: CallRepository,
    private readonly applications: CallApplicationRepository,
    private readonly reviews: ReviewRepository,
  ) {}

  /** All that was handed in for those who judge, one's own for everybody else; newest first. */
  async list(
    me: Actor,
    callId: string,
    { cursor, limit }: { cursor?: string; limit: number },
  ): Promise<CallApplicationPage> {
    const call = await this.calls.get(callId);
    if (call.state === 'draft' && !isManager(me)) throw refusal(grantsRefusals, 'not_found');
    const filter = isManager(me) ? { callId } : { callId, personId: me.id };
    const { items, next } = await this.applications.list(filter, cursor, limit);
    const comments = await this.reviews.commentsOf(items.map(({ id }) => id));
    return { items: items.map((row) => this.view(me, call, row, comments.get(row.id) ?? [])), next };
  }

  /** One's own in every call, newest first; they stay readable whatever became of them. */
  async mine(me: Actor, { cursor, limit }: { cursor?: string; limit: number }): Promise<CallApplicationPage> {
    const { items, next } = await this.applications.list({ personId: me.id }, cursor, limit);
    const calls = new Map<string, CallEntity>();
    for (const { callId } of items) if (!calls.has(callId)) calls.set(callId, await this.calls.get(callId));
    const comments = await this.reviews.commentsOf(items.map(({ id }) => id));
    return {
      items: items.map((row) =>
        this.view(me, calls.get(row.callId) as CallEntity, row, comments.get(row.id) ?? []),
      ),
      next,
    };
  }

  /** Refuses `not_found` for strangers. */
  async get(me: Actor, id: string): Promise<CallApplicationView> {
    const row = await this.applications.find(id);
    if (row === null || !(row.personId === me.id || isManager(me)))
      throw refusal(grantsRefusals, 'not_found');
    if (row.state === 'draft' && row.personId !== me.id) throw refusal(grantsRefusals, 'not_found');
    const comments = await this.reviews.commentsOf([id]);
    return this.view(me, await this.calls.get(row.callId), row, comments.get(id) ?? []);
  }

  /** As `get`, inside of the transaction that changed it. */
  async own(tx: Tx, me: Actor, call: CallEntity, id: string): Promise<CallApplicationView> {
    return this.view(me, call, await this.applications.lock(tx, id), []);
  }

  private view(
    me: Actor,
    call: CallEntity,
    row: CallApplicationEntity,
    comments: readonly string[],
  ): CallApplicationView {
    const isOwn = row.personId === me.id;
    return callApplicationView(row, {
      isOwn,
      isPublished: call.decidedAt !== null || call.state === 'cancelled',
      currency: call.currency,
      comments,
      available: this.verbs(me, call, row, isOwn),
    });
  }

  /** What can be asked for now; whether a decision is complete is judged when it is made. */
  private verbs(me: Actor, call: CallEntity, row: CallApplicationEntity, isOwn: boolean): ApplicationVerb[] {
    const state =
      isOwn && call.decidedAt === null && row.handedInAt !== null && call.state === 'closed'
        ? row.state === 'withdrawn'
          ? row.state
          : 'in_review'
        : row.state;
    const facts = {
      ...NOBODYS,
      isOwn,
      call: call.state,
      isOver: isOver(call),
      hasReasons: true,
      hasQuorum: row.rank !== null,
      amount: 1n,
      requested: row.requested,
      left: row.reheardAt === null ? call.budget - call.awarded : 1n,
      isReheard: row.reheardAt !== null,
      hasDeclined: row.reheardAt !== null && row.declinedBy === me.id,
    };
    return available(applicationWorkflow, state, me, facts).filter((verb): verb is ApplicationVerb =>
      (APPLICATION_VERBS as readonly string[]).includes(verb),
    );
  }
}
