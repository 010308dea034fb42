import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { available } from '../../../kernel/workflow';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { programRefusals, ProgramService } from '../../program';
import { CallApplicationRepository } from '../applications/call-application.repository';
import { grantsRefusals } from '../contract';
import { callWorkflow, type CallFacts } from '../domain/call.workflow';
import { rubricFaults } from '../../enrollment/contract';
import { callView, type CallBody, type CallPage, type CallQuery, type CallView } from './call.dto';
import type { CallEntity } from './call.entity';
import { CallRepository, type NewCall } from './call.repository';

export const maySeeDrafts = (me: Actor): boolean => hasRole(me, 'manager') || hasRole(me, 'admin');

/** What a call lacks before it may open, by name. */
export function missingOf(row: Pick<CallEntity, 'rubric' | 'eligibility'>): string[] {
  const missing: string[] = [];
  if (rubricFaults(row.rubric).length > 0) missing.push('rubric');
  if (row.eligibility.trim() === '') missing.push('eligibility');
  return missing;
}

export const factsOf = (row: NewCall, undecided: number): CallFacts => ({
  undecided,
  awarded: row.awarded,
  missing: missingOf(row),
  isOver: row.closesAt.getTime() <= Date.now(),
});

/** What a call says before it opens, and what everybody reads of it afterwards. */
@Injectable()
export class CallService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly calls: CallRepository,
    private readonly applications: CallApplicationRepository,
    private readonly programs: ProgramService,
    private readonly audit: AuditService,
  ) {}

  /** Prepares a call; refuses `program.currency_mismatch`, `dates_reversed`, `rubric_unfit`. */
  async create(once: Once, me: Actor, body: CallBody): Promise<CallView> {
    const program = await this.programs.get(body.programId);
    const { currency } = program;
    if (body.budget.currency !== currency) throw refusal(programRefusals, 'currency_mismatch', { currency });
    const said = this.said(body);
    return this.idempotency.run(once, async (tx) => {
      const row: NewCall = {
        ...said,
        id: newId('cal'),
        programId: program.id,
        awarded: 0n,
        currency,
        openedAt: null,
        rankedAt: null,
        decidedAt: null,
        state: callWorkflow.initial,
      };
      await this.calls.insert(tx, row);
      await this.audit.record(tx, me, 'call.create', row.id, {
        programId: program.id,
        budget: row.budget,
        currency,
      });
      return this.view(me, row, 0);
    });
  }

  /** Replaces a draft; refuses `wrong_state` once it is open: what artists apply to does not change. */
  async update(once: Once, me: Actor, id: string, body: CallBody): Promise<CallView> {
    const said = this.said(body);
    return this.idempotency.run(once, async (tx) => {
      const row = await this.calls.lock(tx, id);
      if (body.budget.currency !== row.currency)
        throw refusal(programRefusals, 'currency_mismatch', { currency: row.currency });
      const kept = { currency: row.currency, openedAt: null, rankedAt: null, decidedAt: null };
      if (!(await this.calls.rewrite(tx, id, { ...said, ...kept })))
        throw refusal(grantsRefusals, 'wrong_state');
      await this.audit.record(tx, me, 'call.update', id, { budget: said.budget });
      return this.view(me, { ...row, ...said }, 0);
    });
  }

  /** Newest first; drafts only for those who prepare them. */
  async list(me: Actor, { programId, state, cursor, limit }: CallQuery): Promise<CallPage> {
    const filter = { hidesDrafts: !maySeeDrafts(me), programId, state };
    const { items, next } = await this.calls.list(filter, cursor, limit);
    const waiting = await this.applications.countUndecided(items.map(({ id }) => id));
    return { items: items.map((row) => this.view(me, row, waiting.get(row.id) ?? 0)), next };
  }

  async get(me: Actor, id: string): Promise<CallView> {
    const row = await this.calls.get(id);
    if (row.state === 'draft' && !maySeeDrafts(me)) throw refusal(grantsRefusals, 'not_found');
    return this.view(me, row, (await this.applications.countUndecided([id])).get(id) ?? 0);
  }

  private said({ budget, yearlyCap, ...body }: CallBody) {
    const [closesAt, decidesAt] = [new Date(body.closesAt), new Date(body.decidesAt)];
    if (decidesAt < closesAt) throw refusal(grantsRefusals, 'dates_reversed');
    const faults = body.rubric.length === 0 ? [] : rubricFaults(body.rubric);
    if (faults.length > 0) throw refusal(grantsRefusals, 'rubric_unfit', { faults });
    return {
      title: body.title,
      criteria: body.criteria,
      eligibility: body.eligibility,
      rubric: body.rubric.map(({ key, title, weight, anchors }) => ({ key, title, weight, anchors })),
      budget: BigInt(budget.amount),
      closesAt,
      decidesAt,
      quorum: body.quorum,
      yearlyCap: yearlyCap ?? null,
      finalists: body.finalists,
      stipend: BigInt(body.stipend),
    };
  }

  private view(me: Actor, row: NewCall, undecided: number): CallView {
    return callView(row, available(callWorkflow, row.state, me, factsOf(row, undecided)), new Date());
  }
}
