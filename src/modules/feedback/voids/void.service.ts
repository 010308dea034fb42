import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { available, decide, refusedMove } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { PeopleService } from '../../access';
import { feedbackRefusals } from '../contract';
import { isVoidReason, VOID_REASONS, voidWorkflow, type VoidFacts } from '../domain/void.workflow';
import { VOID_STEPS, type VoidButton, type VoidInput, type VoidQuery, type VoidView } from './void.dto';
import type { VoidEntity } from './void.entity';
import { VoidEffectService } from './void-effect.service';
import { VoidRepository } from './void.repository';

/** States of what was accepted for pay. */
const PAID = {
  feedback: ['accepted', 'planned', 'in_progress', 'shipped', 'duplicate'],
  task_seat: ['accepted'],
} as const satisfies Record<string, readonly string[]>;

/** The second person has confirmed, and it has not taken effect: a second look comes first. */
const isHeld = ({ state, decidedBy }: VoidEntity): boolean => state === 'proposed' && decidedBy !== null;

export function voidFacts(row: VoidEntity, actorId: string, answer = ''): VoidFacts {
  return {
    isProposer: row.proposedBy === actorId,
    isOwner: row.personId === actorId,
    hasDecided: row.proposedBy === actorId || row.decidedBy === actorId,
    hasAnswer: answer !== '',
    isHeld: isHeld(row),
  };
}

/** Taking pay back: one proposes, another confirms; what follows is the effect's. */
@Injectable()
export class VoidService {
  constructor(
    private readonly voids: VoidRepository,
    private readonly effects: VoidEffectService,
    private readonly people: PeopleService,
    private readonly idempotency: Idempotency,
  ) {}

  /** Proposes; nothing happens to the pay before another person confirms. Refuses what is not paid, and one's own. */
  async propose(me: Actor, once: Once, input: VoidInput): Promise<string> {
    const { id } = await this.idempotency.run(once, async (tx) => ({ id: await this.begin(tx, me, input) }));
    return id;
  }

  /** Takes a step on a proposal. Being there already is success without a second event. */
  async act(me: Actor, once: Once, id: string, verb: VoidButton, answer = ''): Promise<void> {
    await this.idempotency.run(once, async (tx) => {
      const row = await this.voids.lock(tx, id);
      if (row === null) throw refusal(feedbackRefusals, 'not_found');
      const decision = decide(voidWorkflow, row.state, verb, me, voidFacts(row, me.id, answer.trim()));
      if (decision.kind === 'refused')
        throw refusedMove(feedbackRefusals, decision.code, voidWorkflow, row.state, verb);
      if (decision.kind === 'move')
        await (verb === 'confirm'
          ? this.effects.confirm(tx, row, me, answer.trim())
          : this.effects.drop(tx, row, me, answer.trim()));
      return { id };
    });
  }

  async get(me: Actor, id: string): Promise<VoidView> {
    const row = await this.voids.find(id);
    if (row === null) throw refusal(feedbackRefusals, 'not_found');
    return (await this.views(me, [row]))(row);
  }

  /** Newest first. */
  async list(me: Actor, { cursor, limit, ...filter }: VoidQuery): Promise<Page<VoidView>> {
    const before = cursor === undefined ? undefined : String(decodeCursor(cursor, 1)[0]);
    const rows = await this.voids.list({ ...filter, before, limit: limit + 1 });
    return toPage(rows, limit, ({ id }) => [id], await this.views(me, rows));
  }

  private async begin(tx: Tx, me: Actor, { subject, subjectId, reason, facts }: VoidInput): Promise<string> {
    if (!isVoidReason(reason))
      throw refusal(feedbackRefusals, 'void_reason_missing', { reasons: VOID_REASONS });
    const paid = await this.voids.lockPaid(tx, subject, subjectId);
    if (paid === null) throw refusal(feedbackRefusals, 'not_found');
    const { payRef, personId, programId, state } = paid;
    if (personId === me.id) throw refusal(feedbackRefusals, 'own_feedback');
    if (!(PAID[subject] as readonly string[]).includes(state))
      throw refusal(feedbackRefusals, 'not_paid', { state });
    const id = newId('vod');
    const about = { id, subject, subjectId, payRef, personId, programId };
    const row = { ...about, reason, facts: facts.trim(), proposedBy: me.id };
    if (!(await this.voids.insert(tx, row))) throw refusal(feedbackRefusals, 'void_open');
    await this.effects.noteProposal(tx, me, row);
    return id;
  }

  private async views(me: Actor, rows: readonly VoidEntity[]): Promise<(row: VoidEntity) => VoidView> {
    const items = await this.voids.itemsOf(rows.map(({ subjectId }) => subjectId));
    const staff = rows.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy ?? proposedBy]);
    const named = rows.filter(({ subjectId }) => items.get(subjectId)?.isPrivate === false);
    const people = await this.people.cards([
      ...new Set([...staff, ...named.map(({ personId }) => personId)]),
    ]);
    const nameOf = (id: string): string => people.get(id)?.name ?? 'Somebody';
    return (row) => {
      const { id, subject, subjectId, programId, state, reason, facts, answer } = row;
      const item = items.get(subjectId);
      const verbs = available(voidWorkflow, state, me, voidFacts(row, me.id));
      return {
        id,
        subject,
        subjectId,
        title: item?.title ?? '',
        programId,
        author: item?.isPrivate === false ? nameOf(row.personId) : 'Somebody without a name',
        state,
        reason,
        says: VOID_REASONS[reason],
        facts,
        proposedBy: nameOf(row.proposedBy),
        decidedBy: row.decidedBy === null ? null : nameOf(row.decidedBy),
        isLookedAt: isHeld(row),
        answer,
        createdAt: row.createdAt.toISOString(),
        available: VOID_STEPS.filter((verb) => verbs.includes(verb)),
      };
    };
  }
}
