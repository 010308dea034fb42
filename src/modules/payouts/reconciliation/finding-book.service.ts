import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import { Database, type Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { payoutsRefusals } from '../contract';
import { findingWorkflow, type FindingFacts, type FindingVerb } from '../domain/finding.workflow';
import type { RailKey } from '../domain/rail';
import type { Finding } from '../domain/reconcile';
import { stepOf } from '../domain/standing';
import { FindingRepository, type FindingRow } from './finding.repository';

const NO_FACTS: FindingFacts = { isOwnExplanation: false, isPayee: false, hasText: true };

/** What decides about a finding for `viewer`. */
export const findingFacts = (row: FindingRow, viewer: Actor, text: string | null): FindingFacts => ({
  isOwnExplanation: row.explainedBy === viewer.id,
  isPayee: row.personId === viewer.id,
  hasText: text !== null && text.trim().length >= 3,
});

/** The only place where a finding is written or changes its state. */
@Injectable()
export class FindingBook {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly findings: FindingRepository,
    private readonly audit: AuditService,
  ) {}

  async noteRun(tx: Tx, actor: Actor, runId: string, rail: RailKey): Promise<void> {
    await this.audit.record(tx, actor, 'payouts.reconcile', runId, { rail });
  }

  /** What a run saw of one thing. The same again changes nothing but when it was seen. */
  async see(rail: RailKey, runId: string, now: Finding): Promise<void> {
    await this.db.tx(async (tx) => {
      const before = await this.findings.lockSeen(tx, rail, now);
      const verb = stepOf(before, now);
      const id = await this.findings.see(tx, rail, runId, now);
      if (verb === null) return;
      const from = before?.state ?? 'clear';
      const decision = decide(findingWorkflow, from, verb, SYSTEM, NO_FACTS);
      if (decision.kind !== 'move') return;
      if (verb === 'find') await this.findings.setFound(tx, id);
      const { match, ours, theirs } = now;
      const note = { match, ours: ours?.toString() ?? null, theirs: theirs?.toString() ?? null };
      await this.findings.move(tx, { id, verb, from, to: decision.to, actor: SYSTEM }, note);
    });
  }

  /** Refuses `not_found`, `explanation_missing`, `own_explanation`, `own_money`, `wrong_state`. */
  async act(
    id: string,
    verb: FindingVerb,
    text: string | null,
    actor: Actor,
    once: Once,
  ): Promise<{ id: string }> {
    return this.idempotency.run(once, async (tx) => {
      const row = await this.findings.lock(tx, id);
      if (row === null) throw refusal(payoutsRefusals, 'not_found');
      const decision = decide(findingWorkflow, row.state, verb, actor, findingFacts(row, actor, text));
      if (decision.kind === 'refused')
        throw refusedMove(payoutsRefusals, decision.code, findingWorkflow, row.state, verb);
      if (decision.kind === 'already') return { id };
      const { to } = decision;
      if (verb === 'explain') await this.findings.setExplanation(tx, id, actor.id, text);
      if (verb === 'accept') await this.findings.setAccepted(tx, id, actor.id);
      const note = { match: row.match, explanation: text ?? row.explanation };
      await this.findings.move(tx, { id, verb, from: row.state, to, actor }, note);
      if (verb === 'send_back') await this.findings.setExplanation(tx, id, null, null);
      await this.audit.record(tx, actor, `payouts.${verb}_finding`, id, { ...note, subject: row.subject });
      return { id };
    });
  }

  /** Whether two people have explained exactly this. */
  async isExplained(rail: RailKey, finding: Finding): Promise<boolean> {
    const row = await this.db.tx((tx) => this.findings.lockSeen(tx, rail, finding));
    return row?.state === 'explained';
  }

  /** How many differences before `until` two people have not explained. */
  async unexplained(until: Date): Promise<number> {
    return this.findings.countUnexplained(until);
  }
}
