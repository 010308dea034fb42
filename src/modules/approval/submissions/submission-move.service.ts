import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor, type Role } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { AuditService } from '../../audit';
import { approvalRefusals, submissionMoved } from '../contract';
import { NO_HOLD } from '../domain/hold';
import { missingRights } from '../domain/rights';
import {
  completeStatement,
  missingParts,
  type CitableTerms,
  type Statement,
  type StatementDraft,
} from '../domain/statement';
import { SUBMISSION_CHANGES, type Offer } from '../domain/submission-changes';
import { submissionWorkflow, type SubmissionVerb } from '../domain/submission.workflow';
import type { SharingPolicy } from '../domain/sharing-policy';
import { ConflictRepository } from '../review/conflict.repository';
import { PublishingService } from '../works/publishing.service';
import { ConcludingService, concludes } from './concluding.service';
import type { SubmissionEntity } from './submission.entity';
import { factsOf } from './submission.mapping';
import { SubmissionRepository } from './submission.repository';

/** What comes with a verb. `terms` are the versions that a statement may cite, those in force first. */
export interface VerbInput {
  readonly note?: string;
  readonly statement?: StatementDraft;
  readonly offer?: Partial<Offer>;
  readonly terms?: readonly CitableTerms[];
  /** The policy by which it is handed in. */
  readonly policy?: SharingPolicy;
  /** A staged verdict that leaves now: it was whole when it was given. */
  readonly leaving?: { readonly statement: Statement | null; readonly at: Date };
  /** The clock and the conflicts, where whoever locked the row read them with it. */
  readonly judging?: { readonly now: Date; readonly isDeclared: boolean };
}

/** What a verb would do to a row now, before anything is written. */
export interface Judged {
  readonly kind: 'already' | 'move';
  readonly to: SubmissionEntity['state'];
  readonly now: Date;
  readonly note: string | null;
  readonly statement: Statement | null;
}

const roleOf = (actor: Actor, verb: SubmissionVerb): Role => {
  const by: readonly Role[] = submissionWorkflow.moves[verb].by;
  return by.find((role) => actor.roles.includes(role)) ?? 'system';
};

/** The one way in which a submission moves: people, clocks and appeals all come through here. */
@Injectable()
export class SubmissionMoveService {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly publishing: PublishingService,
    private readonly conflicts: ConflictRepository,
    private readonly concluding: ConcludingService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Whether `actor` may take `verb` on a locked row, with the statement completed; writes nothing. Refuses with the
   * workflow's codes.
   */
  async judge(
    tx: Tx,
    row: SubmissionEntity,
    verb: SubmissionVerb,
    actor: Actor,
    input: VerbInput = {},
  ): Promise<Judged> {
    const { now, isDeclared } = input.judging ?? (await this.conflicts.judging(tx, actor.id, row.personId));
    const note = input.note?.trim() ?? null;
    const { offer = {}, terms = [], leaving } = input;
    const draft = verb === 'escalate' ? undefined : input.statement;
    const missing = leaving === undefined ? missingParts(draft ?? {}, terms, row.clipSeconds) : [];
    const given = { note, missing, offer, isDeclared, isLeaving: leaving !== undefined };
    const decision = decide(submissionWorkflow, row.state, verb, actor, factsOf(row, actor, now, given));
    if (decision.kind === 'refused')
      throw this.refused(decision.code, row, verb, { missing, rights: offer.rights ?? row.rights, terms });
    if (decision.kind === 'already') return { kind: 'already', to: row.state, now, note, statement: null };
    const isReasoned = draft !== undefined && ['decline', 'takeDown'].includes(verb);
    const completed = isReasoned
      ? completeStatement(draft, { terms, decidedAt: now, role: roleOf(actor, verb) })
      : null;
    return { kind: 'move', to: decision.to, now, note, statement: leaving?.statement ?? completed };
  }

  /**
   * Takes `verb` on a locked row and returns the row as it is then, published if it was approved without embargo.
   * Refuses with the workflow's codes; being there already by one's own act is success without effect.
   */
  async act(
    tx: Tx,
    row: SubmissionEntity,
    verb: SubmissionVerb,
    actor: Actor,
    input: VerbInput = {},
  ): Promise<SubmissionEntity> {
    const { kind, to, now, note, statement } = await this.judge(tx, row, verb, actor, input);
    if (kind === 'already') return this.stay(tx, row, verb, actor);
    const at = input.leaving?.at ?? now;
    const conclusion = { verb, actor, role: roleOf(actor, verb), at, note, statement };
    if ((await this.concluding.conclude(tx, row, conclusion)) === 'held') return row;
    const changes = SUBMISSION_CHANGES[verb](row, {
      actorId: actor.id,
      now,
      givenAt: input.leaving?.at,
      note,
      offer: input.offer ?? {},
      policy: input.policy,
      ...(to === 'escalated' && { escalatesTo: await this.concluding.escalatesTo(row) }),
      proposal:
        verb === 'escalate' && note !== null
          ? { by: actor.id, note, statement: input.statement ?? null }
          : null,
    }) as Partial<SubmissionEntity>;
    const left = {
      ...(row.staged !== null && { staged: null, stagedUntil: null }),
      // whatever is done with it, it does not wait for that any more
      ...(row.heldBy !== null && NO_HOLD),
    };
    await this.step(tx, row, { verb, to, actor, note, statement }, { ...changes, ...left });
    return this.follow(tx, { ...row, ...changes, ...left, state: to }, now);
  }

  /** What follows from a step in the same transaction: publication after approval, removal after a take-down. */
  private async follow(tx: Tx, row: SubmissionEntity, now: Date): Promise<SubmissionEntity> {
    if (row.state === 'approved' && (row.embargoUntil === null || row.embargoUntil <= now)) {
      return this.act(tx, row, 'publish', SYSTEM);
    }
    if (row.state === 'published') await this.publishing.show(tx, row);
    if (row.state === 'taken_down') await this.publishing.hide(tx, row);
    return row;
  }

  private async step(
    tx: Tx,
    row: SubmissionEntity,
    move: {
      verb: SubmissionVerb;
      to: SubmissionEntity['state'];
      actor: Actor;
      note: string | null;
      statement: Statement | null;
    },
    columns: Partial<SubmissionEntity>,
  ): Promise<void> {
    const { verb, to, actor, note, statement } = move;
    const written = { ...(note === null ? {} : { note }), ...(statement === null ? {} : { statement }) };
    const line = { id: row.id, verb, from: row.state, to, actor, note: written };
    const isMoved = await this.submissions.move(tx, line, columns);
    if (!isMoved) throw refusal(approvalRefusals, 'wrong_state', { state: row.state, verb });
    await this.audit.record(tx, actor, `approval.${verb}`, row.id, { from: row.state, to, ...written });
    if (row.state === to) return; // a claim taken over: nothing has changed for the artist
    const { id: submissionId, generationId, personId, programId, title, state: from } = row;
    const ids = { submissionId, generationId, personId, programId };
    // why a reviewer escalates is for the next reviewer; everything else written is for the artist
    const told = verb === 'escalate' ? null : note;
    await this.outbox.add(tx, submissionMoved, { ...ids, verb, from, to, title, note: told, statement });
  }

  /** Asking again for one's own decision is success; somebody else's decision of the same kind does not stand in for it. */
  private async stay(
    tx: Tx,
    row: SubmissionEntity,
    verb: SubmissionVerb,
    actor: Actor,
  ): Promise<SubmissionEntity> {
    if (!concludes(verb)) return row;
    const last = (await this.submissions.listDecisions(row.id, tx)).at(-1);
    if (last?.reviewerId === actor.id) return row;
    throw this.refused('wrong_state', row, verb, { missing: [], rights: row.rights, terms: [] });
  }

  private refused(
    code: string,
    row: SubmissionEntity,
    verb: SubmissionVerb,
    context: {
      missing: readonly string[];
      rights: SubmissionEntity['rights'];
      terms: readonly CitableTerms[];
    },
  ): Error {
    const at = { workflow: submissionWorkflow.name, state: row.state, verb };
    if (code === 'statement_incomplete' && context.missing.includes('termsVersion')) {
      const citable = context.terms.map(({ version }) => version);
      return refusal(approvalRefusals, 'old_clause', { ...at, missing: context.missing, citable });
    }
    if (code === 'statement_incomplete')
      return refusal(approvalRefusals, code, { ...at, missing: context.missing });
    if (code === 'rights_missing')
      return refusal(approvalRefusals, code, { ...at, missing: missingRights(context.rights) });
    if (code === 'on_hold')
      return refusal(approvalRefusals, code, { ...at, until: row.heldUntil?.toISOString() });
    if (code === 'claimed_by_other')
      return refusal(approvalRefusals, code, { ...at, until: row.claimedUntil?.toISOString() });
    return refusedMove(approvalRefusals, code, submissionWorkflow, row.state, verb);
  }
}
