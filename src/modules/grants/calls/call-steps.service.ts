import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import type { Tx } from '../../../platform/db/database';
import { DrawService } from '../../draw';
import { CallApplicationRepository } from '../applications/call-application.repository';
import { OfferService } from '../awards/offer.service';
import type { CallVerb } from '../domain/call.workflow';
import { AssignmentService } from '../reviews/assignment.service';
import { CallPromiseService } from './call-promise.service';
import type { CallEntity } from './call.entity';
import { CallRepository } from './call.repository';

/** The subject of the draw that decides ties of a call. */
export const tieDraw = (callId: string) => ({ kind: 'grant_tie', subjectId: callId }) as const;

/** What each step of a call brings about, in the transaction that moves it and under its lock. */
@Injectable()
export class CallStepsService {
  constructor(
    private readonly calls: CallRepository,
    private readonly applications: CallApplicationRepository,
    private readonly promises: CallPromiseService,
    private readonly draws: DrawService,
    private readonly assignments: AssignmentService,
    private readonly offers: OfferService,
  ) {}

  async take(tx: Tx, actor: Actor, call: CallEntity, verb: CallVerb): Promise<void> {
    if (verb === 'open') return this.open(tx, actor, call);
    if (verb === 'close') return this.close(tx, actor, call);
    if (verb === 'decide') return this.decide(tx, call);
    return this.cancel(tx, actor, call);
  }

  /** Money first; and the hash of the draw for ties, before anybody has applied. */
  private async open(tx: Tx, actor: Actor, call: CallEntity): Promise<void> {
    await this.promises.make(tx, call);
    await this.draws.commit(tx, actor, { ...tieDraw(call.id), title: `Ties in: ${call.title}`, places: 1 });
    await this.calls.stamp(tx, call.id, 'opened_at');
  }

  /** What was handed in is the list of the draw, and goes to reviewers at random. */
  private async close(tx: Tx, actor: Actor, call: CallEntity): Promise<void> {
    const handedIn = await this.applications.toReview(tx, call.id);
    if (handedIn.length === 0) return;
    await this.draws.freeze(tx, actor, tieDraw(call.id), handedIn);
    await this.assignments.fill(tx, actor, call);
  }

  /** Everyone is told at once; what was awarded is offered, the rest of the money goes back. */
  private async decide(tx: Tx, call: CallEntity): Promise<void> {
    await this.offers.offerAll(tx, call);
    await this.promises.end(tx, call, false);
    await this.calls.stamp(tx, call.id, 'decided_at');
  }

  private async cancel(tx: Tx, actor: Actor, call: CallEntity): Promise<void> {
    if (call.state === 'draft') return;
    await this.promises.end(tx, call, true);
    await this.applications.callOff(tx, call.id);
    if (call.rankedAt === null)
      await this.draws.cancel(tx, actor, tieDraw(call.id), 'the call was cancelled');
  }
}
