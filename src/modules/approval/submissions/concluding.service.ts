import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor, type Role } from '../../../kernel/actor';
import { DAY, later } from '../../../kernel/clock';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { ProgramService, TermsService } from '../../program';
import { StatementsService, type Rule } from '../../redress';
import { approvalRefusals } from '../contract';
import type { Statement } from '../domain/statement';
import type { SubmissionVerb } from '../domain/submission.workflow';
import { SamplingService } from '../opinions/sampling.service';
import { SharingPolicyService } from '../policy/policy.service';
import type { Outcome } from './decision.entity';
import type { SubmissionEntity } from './submission.entity';
import { SubmissionRepository } from './submission.repository';

/** The verbs that conclude something about the work and leave a decision behind. */
const OUTCOMES: Readonly<Partial<Record<SubmissionVerb, Outcome>>> = {
  approve: 'approved',
  approveLate: 'approved',
  decline: 'declined',
  requestChanges: 'changes_requested',
  takeDown: 'taken_down',
};

/** Longer than any second look takes: its verdict ends the waiting, not the clock. */
const HOLD_DAYS = 30;

export interface Conclusion {
  readonly verb: SubmissionVerb;
  readonly actor: Actor;
  readonly role: Role;
  readonly at: Date;
  readonly note: string | null;
  readonly statement: Statement | null;
}

export const concludes = (verb: SubmissionVerb): boolean => OUTCOMES[verb] !== undefined;

/** What a verdict leaves behind: the decision, and the statement of reasons where something is refused. */
@Injectable()
export class ConcludingService {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly policies: SharingPolicyService,
    private readonly programs: ProgramService,
    private readonly terms: TermsService,
    private readonly statements: StatementsService,
    private readonly sampling: SamplingService,
  ) {}

  /** To whom an escalation of this class goes. */
  async escalatesTo({ policyVersion, risk }: SubmissionEntity) {
    return (await this.policies.at(policyVersion)).classes[risk].escalatesTo;
  }

  /**
   * Writes statement and decision. `held`: somebody outside of the line looks at it first, nothing is written but that
   * it waits. Refuses `second_look_no` where that look has said no.
   */
  async conclude(tx: Tx, row: SubmissionEntity, given: Conclusion): Promise<'concluded' | 'held'> {
    const outcome = OUTCOMES[given.verb];
    if (outcome === undefined) return 'concluded';
    const { actor, role, note, statement } = given;
    if (statement !== null && (await this.issue(tx, row, given, statement)) === 'held') {
      await this.hold(tx, row, given);
      return 'held';
    }
    const of = { submissionId: row.id, authorId: row.personId };
    const by = { reviewerId: actor.id, reviewerRole: role };
    const decision = { id: newId('dec'), ...of, ...by, outcome, note, statement };
    await this.submissions.insertDecision(tx, decision);
    await this.sampling.draw(tx, decision);
    return 'concluded';
  }

  private async issue(
    tx: Tx,
    row: SubmissionEntity,
    { verb, actor, role, at }: Conclusion,
    statement: Statement,
  ): Promise<'in_force' | 'held'> {
    const { rulingId, facts, timecodes, remedy, ground, isAutomated } = statement;
    const isTakeDown = verb === 'takeDown';
    const before = (await this.submissions.listDecisions(row.id, tx)).length;
    const { effect } = await this.statements.issue(
      tx,
      {
        kind: isTakeDown ? 'work_taken_down' : 'submission_declined',
        subjectId: row.id,
        actId: `${verb}.${before}.${actor.id}`,
        personId: row.personId,
        programId: row.programId,
        ground,
        rule: await this.rule(tx, row, statement),
        ...(rulingId !== undefined && { rulings: [rulingId] }),
        facts,
        timecodes,
        remedy,
        automation: isAutomated ? 'partly' : 'none',
        isFoundBySoftware: isAutomated,
        decidedBy: { id: actor.id, role },
        participants: await this.submissions.listParticipants(row.id, tx),
        snapshot: { title: row.title, description: row.description, audience: row.audience },
        evidence: [row.generationId],
      },
      at,
    );
    if (effect === 'dropped') throw refusal(approvalRefusals, 'second_look_no');
    return effect;
  }

  /** The clause as it read in the version that is cited. */
  private async rule(tx: Tx, { programId }: SubmissionEntity, cited: Statement): Promise<Rule> {
    const { clauseId, termsVersion } = cited;
    const inForce = await this.programs.terms(programId, tx);
    const terms =
      inForce.version === termsVersion ? inForce : await this.terms.read(SYSTEM, programId, termsVersion);
    const clause = terms.clauses.find(({ id }) => id === clauseId);
    return { source: 'clause', id: clauseId, version: termsVersion, text: clause?.text ?? clauseId };
  }

  /** A decline waits in its row like one that was given a moment ago: nobody else decides meanwhile. */
  private async hold(
    tx: Tx,
    row: SubmissionEntity,
    { verb, actor, at, note, statement }: Conclusion,
  ): Promise<void> {
    if (verb !== 'decline') return;
    const { id: actorId, roles } = actor;
    const staged = row.staged ?? {
      verb,
      at: at.toISOString(),
      actorId,
      roles,
      note,
      statement,
      batchId: null,
    };
    await this.submissions.update(tx, row.id, {
      staged: { ...staged, isHeld: true },
      stagedUntil: later(at, HOLD_DAYS * DAY),
      claimedUntil: later(at, (HOLD_DAYS + 1) * DAY),
    });
  }
}
