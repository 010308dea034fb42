import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { DrawService } from '../../draw';
import { ProgramService } from '../../program';
import { approvalRefusals } from '../contract';
import { listOf, quarterOf } from '../domain/showcase';
import { roundWorkflow, type RoundVerb } from '../domain/showcase.workflow';
import { FillingService } from './filling.service';
import type { RoundInput } from './round.dto';
import type { RoundEntity } from './round.entity';
import { RoundRepository } from './round.repository';

const LONGEST_MS = 93 * 86_400_000;

/** The subject of the draw that decides a round. */
export const roundDraw = (id: string) => ({ kind: 'showcase', subjectId: id }) as const;

/** Rounds of the showcase: planned with their rules, closed with their list, filled by turn or by draw. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly programs: ProgramService,
    private readonly rounds: RoundRepository,
    private readonly draws: DrawService,
    private readonly filling: FillingService,
    private readonly audit: AuditService,
  ) {}

  /** Publishes the rules, and for a draw the hash of its seed. Refuses `round_times`. */
  async plan(once: Once, me: Actor, input: RoundInput): Promise<{ id: string }> {
    const { id: programId } = await this.programs.get(input.programId);
    const [startsAt, endsAt] = [new Date(input.startsAt), new Date(input.endsAt)];
    const length = endsAt.getTime() - startsAt.getTime();
    if (startsAt.getTime() <= Date.now() || length <= 0 || length > LONGEST_MS)
      throw refusal(approvalRefusals, 'round_times');
    return this.idempotency.run(once, async (tx) => {
      const id = newId('shr');
      const { title, method, slots, perQuarter = 2 } = input;
      const rules = { title, method, slots, perQuarter, startsAt, endsAt, quarter: quarterOf(startsAt) };
      const state = roundWorkflow.initial;
      await this.rounds.insert(tx, { id, programId, ...rules, state, createdBy: me.id });
      if (method === 'draw')
        await this.draws.commit(tx, me, { ...roundDraw(id), title: `Showcase: ${title}`, places: slots });
      await this.audit.record(tx, me, 'approval.plan_showcase', id, { programId, method, slots, perQuarter });
      return { id };
    });
  }

  /** One step. Asking for the state it is in is success. Refuses `nobody_consents`, `use_unpriced`, `round_over`. */
  async take(once: Once, me: Actor, id: string, verb: RoundVerb): Promise<{ id: string }> {
    return this.idempotency.run(once, async (tx) => {
      const round = await this.rounds.lock(tx, id);
      if (round === null) throw refusal(approvalRefusals, 'not_found');
      const candidates = verb === 'cancel' ? [] : await this.rounds.candidates(tx, round);
      const list = listOf(candidates, round.perQuarter);
      const isPriced = verb !== 'fill' || (await this.filling.isPriced(tx, round));
      const decision = decide(roundWorkflow, round.state, verb, me, { entries: list.length, isPriced });
      if (decision.kind === 'already') return { id };
      if (decision.kind === 'refused')
        throw refusedMove(approvalRefusals, decision.code, roundWorkflow, round.state, verb);
      if (verb === 'fill' && round.endsAt.getTime() <= Date.now())
        throw refusal(approvalRefusals, 'round_over');
      await this.rounds.move(tx, { id, verb, from: round.state, to: decision.to, actor: me });
      if (verb === 'close') await this.close(tx, me, round, list);
      if (verb === 'fill') await this.filling.fill(tx, me, round, candidates);
      if (verb === 'cancel' && round.method === 'draw')
        await this.draws.cancel(tx, me, roundDraw(id), 'the round was cancelled');
      await this.audit.record(tx, me, `approval.${verb}_showcase`, id, { entries: list.length });
      return { id };
    });
  }

  private async close(
    tx: Tx,
    me: Actor,
    { id, method }: RoundEntity,
    list: ReturnType<typeof listOf>,
  ): Promise<void> {
    await this.rounds.enter(tx, id, list);
    if (method === 'draw')
      await this.draws.freeze(
        tx,
        me,
        roundDraw(id),
        list.map(({ workId }) => workId),
      );
  }
}
