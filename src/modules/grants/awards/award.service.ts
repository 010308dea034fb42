import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import { Database, type Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { CallRepository } from '../calls/call.repository';
import { grantsRefusals } from '../contract';
import { awardWorkflow, type AwardVerb } from '../domain/award.workflow';
import type { AwardVerbBody } from './award.dto';
import { AwardEffectsService } from './award-effects.service';
import { isStaff } from './award-view.service';
import { awardFacts } from './award.mapping';
import { AwardRepository } from './award.repository';
import { EndingService } from './ending.service';

/** What artist and programme do with an award. What each step brings about stands in `AwardEffectsService`. */
@Injectable()
export class AwardService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly db: Database,
    private readonly calls: CallRepository,
    private readonly awards: AwardRepository,
    private readonly effects: AwardEffectsService,
    private readonly endings: EndingService,
  ) {}

  /** `from` is the caller's address, kept with the consent. Refuses `not_found` for strangers. */
  async act(
    once: Once,
    me: Actor,
    id: string,
    verb: AwardVerb,
    body: AwardVerbBody,
    from: string,
  ): Promise<void> {
    const seen = await this.awards.find(id);
    if (seen === null || !(seen.personId === me.id || isStaff(me)))
      throw refusal(grantsRefusals, 'not_found');
    await this.idempotency.run(once, async (tx) => {
      await this.take(tx, me, id, verb, body, from);
      if (verb === 'appeal') await this.endings.appeal(tx, me, id, body.text ?? '');
      return {};
    });
  }

  /** Takes what time has decided: offers that ran out, ends that can no longer be appealed. Returns how many. */
  async sweep(): Promise<number> {
    const due = await this.awards.overdue(50);
    for (const { id, verb } of due) await this.db.tx((tx) => this.take(tx, SYSTEM, id, verb, {}, 'system'));
    return due.length;
  }

  /** Takes what others have decided about its end; where the award has gone on already nothing happens. */
  async follow(
    tx: Tx,
    actor: Actor,
    id: string,
    verb: 'terminate' | 'appeal' | 'uphold' | 'overturn',
    text: string,
  ): Promise<void> {
    const row = await this.awards.find(id);
    const from: readonly string[] = awardWorkflow.moves[verb].from;
    if (row !== null && from.includes(row.state)) await this.take(tx, actor, id, verb, { text }, 'system');
  }

  private async take(
    tx: Tx,
    actor: Actor,
    id: string,
    verb: AwardVerb | 'uphold' | 'overturn' | 'lapse' | 'end',
    body: AwardVerbBody,
    from: string,
  ): Promise<void> {
    const { callId } = (await this.awards.find(id)) ?? { callId: '' };
    const call = await this.calls.lock(tx, callId);
    const row = await this.awards.lock(tx, id);
    const milestones = await this.awards.milestones(tx, id);
    const decision = decide(awardWorkflow, row.state, verb, actor, {
      ...awardFacts(actor, row, milestones),
      isSameAgreement: body.agreementHash === row.agreementHash,
      hasReasons: body.text !== undefined,
    });
    if (decision.kind === 'already') return;
    if (decision.kind === 'refused')
      throw refusedMove(grantsRefusals, decision.code, awardWorkflow, row.state, verb);
    const isEnded = verb === 'terminate';
    const issued = isEnded
      ? await this.endings.giveReasons(tx, actor, row, call.title, body.text ?? '')
      : null;
    if (issued?.effect === 'held') return;
    await this.effects.before(tx, actor, row, verb, { ...body, appealUntil: issued?.appealUntil }, from);
    await this.awards.move(tx, { id, verb, from: row.state, to: decision.to, actor });
    await this.effects.after(tx, actor, call, { ...row, state: decision.to }, milestones, {
      verb,
      from: row.state,
    });
  }
}
