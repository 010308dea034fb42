import { Injectable } from '@nestjs/common';
import { hasRole, SYSTEM, type Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { available, decide, refusedMove } from '../../../kernel/workflow';
import { Database, type Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { PeopleService } from '../../access';
import { AuditService } from '../../audit';
import { PolicyService } from '../../program';
import { enrollmentRefusals, rulingMoved } from '../contract';
import { anonymised, identifying } from '../domain/anonymous';
import { rulingWorkflow, type RulingFacts } from '../domain/ruling.workflow';
import { RULING_BUTTONS, type RulingBody, type RulingButton } from './ruling.dto';
import { RulingRepository, type RulingRow, type Verdict } from './ruling.repository';

const isButton = (verb: string): verb is RulingButton => (RULING_BUTTONS as readonly string[]).includes(verb);

const SILENCE =
  'Nobody answered within two working days, so the answer is yes. It binds the programme like any other ruling.';

const NOTHING: Omit<Verdict, 'state'> = {
  outcome: null,
  answer: null,
  conditions: null,
  rulerId: null,
  decidedAt: null,
  precedentQuestion: null,
  precedentAnswer: null,
  publishedAt: null,
};

/** The answers to “May I?”: by somebody without a stake, or by silence. */
@Injectable()
export class RulingService {
  constructor(
    private readonly db: Database,
    private readonly rulings: RulingRepository,
    private readonly policies: PolicyService,
    private readonly people: PeopleService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** Writes a question down and tells that it waits. */
  async open(tx: Tx, row: RulingRow): Promise<void> {
    await this.rulings.insert(tx, row);
    const { id: rulingId, programId, askerId: personId, state: to } = row;
    const dueAt = row.dueAt.toISOString();
    await this.outbox.add(tx, rulingMoved, {
      rulingId,
      programId,
      personId,
      verb: 'ask',
      from: null,
      to,
      outcome: null,
      dueAt,
    });
  }

  /**
   * Answers a question. Refuses `own_ruling`, `conditions_missing`, and a precedent that is missing or would tell who
   * asked. What is ruled is dated, binds, and is never changed.
   */
  async rule(me: Actor, id: string, body: RulingBody): Promise<void> {
    const seen = await this.rulings.find(id);
    if (seen === null) throw refusal(enrollmentRefusals, 'not_found');
    const [makers, names] = await Promise.all([this.makers(seen, me), this.namesOf(seen)]);
    await this.db.tx(async (tx) => {
      const row = await this.rulings.lock(tx, id);
      const facts = this.facts(row, me, makers, body);
      const decision = decide(rulingWorkflow, row.state, 'rule', me, facts);
      // Two who rule at once: the second answer is not the first one's, so it is no success.
      if (decision.kind !== 'move') throw this.refused(decision, row, 'rule');
      await this.write(tx, me, row, 'rule', verdictOf(row, body, me, names));
    });
  }

  /** The asker takes the question back. */
  async withdraw(me: Actor, id: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const row = await this.rulings.lock(tx, id);
      if (row.askerId !== me.id) throw refusal(enrollmentRefusals, 'not_found');
      const decision = decide(rulingWorkflow, row.state, 'withdraw', me, this.facts(row, me, false));
      if (decision.kind === 'already') return;
      if (decision.kind !== 'move') throw this.refused(decision, row, 'withdraw');
      await this.write(tx, me, row, 'withdraw', { ...NOTHING, state: decision.to });
    });
  }

  /** Silence is a yes: answers what is overdue and not about secrets, dated and published. Returns how many. */
  async grantSilent(now = new Date()): Promise<number> {
    let count = 0;
    for (const id of await this.rulings.listSilent(now)) count += await this.grant(id, now);
    return count;
  }

  /** The verbs that the caller has now. */
  async buttons(me: Actor, row: RulingRow): Promise<RulingButton[]> {
    const makers = row.state === 'asked' && hasRole(me, 'reviewer') ? await this.makers(row, me) : false;
    const facts = { ...this.facts(row, me, makers), hasConditions: true };
    return available(rulingWorkflow, row.state, me, facts).filter(isButton);
  }

  private async grant(id: string, now: Date): Promise<number> {
    const seen = await this.rulings.find(id);
    const names = seen === null ? [] : await this.namesOf(seen);
    return this.db.tx(async (tx) => {
      const row = await this.rulings.lock(tx, id);
      const isOverdue = row.dueAt <= now;
      const facts = { ...this.facts(row, SYSTEM, false), isOverdue };
      const decision = decide(rulingWorkflow, row.state, 'grant', SYSTEM, facts);
      if (decision.kind !== 'move') return 0;
      await this.write(tx, SYSTEM, row, 'grant', {
        ...NOTHING,
        state: decision.to,
        outcome: 'yes',
        answer: SILENCE,
        decidedAt: now,
        precedentQuestion: anonymised(row.question, names),
        precedentAnswer: SILENCE,
        publishedAt: now,
      });
      return 1;
    });
  }

  private async write(tx: Tx, actor: Actor, row: RulingRow, verb: string, verdict: Verdict): Promise<void> {
    if (!(await this.rulings.write(tx, row, verdict, verb, actor.id)))
      throw refusedMove(enrollmentRefusals, 'wrong_state', rulingWorkflow, row.state, verb);
    const { id: rulingId, programId, askerId: personId, state: from } = row;
    const { state: to, outcome } = verdict;
    await this.audit.record(tx, actor, `ruling.${verb}`, rulingId, { programId, from, to, outcome });
    const dueAt = row.dueAt.toISOString();
    await this.outbox.add(tx, rulingMoved, { rulingId, programId, personId, verb, from, to, outcome, dueAt });
  }

  private facts(row: RulingRow, me: Actor, isManager: boolean, body?: RulingBody): RulingFacts {
    return {
      isOwn: row.askerId === me.id,
      isManager,
      isConfidential: row.isConfidential,
      isOverdue: false,
      hasConditions: body === undefined || body.outcome !== 'conditions' || body.conditions !== undefined,
    };
  }

  private refused(
    decision: { kind: 'already' | 'refused'; code?: string },
    row: RulingRow,
    verb: string,
  ): Error {
    const code = decision.kind === 'refused' ? (decision.code ?? 'wrong_state') : 'wrong_state';
    return refusedMove(enrollmentRefusals, code, rulingWorkflow, row.state, verb);
  }

  private async makers({ programId }: RulingRow, me: Actor): Promise<boolean> {
    return hasRole(me, 'manager') || (await this.policies.makers(programId)).has(me.id);
  }

  private async namesOf({ askerId }: RulingRow): Promise<string[]> {
    const name = (await this.people.cards([askerId])).get(askerId)?.name;
    return name === undefined ? [] : [name];
  }
}

/** Refuses a precedent that is missing where it is due, or that would tell who asked. */
function verdictOf(row: RulingRow, body: RulingBody, me: Actor, names: readonly string[]): Verdict {
  const { precedentQuestion = null, precedentAnswer = null } = body;
  const isWhole = precedentQuestion !== null && precedentAnswer !== null;
  const isLeftOut = row.isConfidential && precedentQuestion === null && precedentAnswer === null;
  if (!isWhole && !isLeftOut) throw refusal(enrollmentRefusals, 'precedent_missing');
  const found = identifying(`${precedentQuestion ?? ''}\n${precedentAnswer ?? ''}`, names);
  if (found.length > 0) throw refusal(enrollmentRefusals, 'precedent_names_somebody', { found });
  const now = new Date();
  return {
    state: 'ruled',
    outcome: body.outcome,
    answer: body.answer,
    conditions: body.conditions ?? null,
    rulerId: me.id,
    decidedAt: now,
    precedentQuestion,
    precedentAnswer,
    publishedAt: isWhole ? now : null,
  };
}
