import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { decide } from '../../../kernel/workflow';
import { Database } from '../../../platform/db/database';
import { PolicyService, ProgramService, type Program, type ReviewPolicy } from '../../program';
import { enrollmentRefusals } from '../contract';
import { applicationWorkflow, type ApplicationVerb } from '../domain/application.workflow';
import { reviewersOf, selectionFacts } from '../domain/selection-facts';
import { StepService } from '../selection/step.service';
import type { ApplicationVerbBody, ApplicationView } from './application.dto';
import type { ApplicationEntity } from './application.entity';
import { ApplicationRepository } from './application.repository';
import { ApplicationService } from './application.service';
import { refusedStep } from './refused-step.mapping';

/** From submitted to invited, waitlisted, declined or withdrawn. */
@Injectable()
export class SelectionService {
  constructor(
    private readonly db: Database,
    private readonly applications: ApplicationRepository,
    private readonly programs: ProgramService,
    private readonly policies: PolicyService,
    private readonly steps: StepService,
    private readonly reading: ApplicationService,
  ) {}

  /**
   * Takes one step. An invitation takes a seat (`programme_full` when none is left, counted under a lock) and opens
   * the enrollment; declining needs reasons; where people score, both need the promised reviews. The own application is
   * `own_application` to a manager.
   */
  async act(
    me: Actor,
    id: string,
    verb: ApplicationVerb,
    body: ApplicationVerbBody,
  ): Promise<ApplicationView> {
    const { programId } = await this.reading.visible(me, id);
    const program = await this.programs.get(programId);
    if (body.reviewAt !== undefined && new Date(body.reviewAt) <= new Date())
      throw refusal(enrollmentRefusals, 'bad_input', { detail: 'reviewAt must lie in the future.' });
    await this.db.tx(async (tx) => {
      const row = await this.applications.lock(tx, id);
      const policy = await this.policies.review(programId, tx);
      if (verb === 'submit' && row.state === 'draft') return this.steps.submit(tx, me, program, row);
      const taken = verb === 'invite' || verb === 'waitlist' ? await this.steps.lockSeats(tx, programId) : 0;
      const to = this.decided(me, { row, program, policy, taken }, verb, body);
      if (to !== null) await this.steps.carryOut(tx, me, { row, verb, body, to });
    });
    return this.reading.get(me, id);
  }

  /** `null`: it is there already. */
  private decided(
    me: Actor,
    {
      row,
      program,
      policy,
      taken,
    }: { row: ApplicationEntity; program: Program; policy: ReviewPolicy | null; taken: number },
    verb: ApplicationVerb,
    body: ApplicationVerbBody,
  ): ApplicationEntity['state'] | null {
    const facts = selectionFacts({
      program,
      policy,
      isOwn: row.personId === me.id,
      reviews: row.reviews,
      now: new Date(),
      seatsLeft: program.capacity - taken,
      reasons: (body.reasons ?? []).map(({ code }) => code),
    });
    const decision = decide(applicationWorkflow, row.state, verb, me, facts);
    if (decision.kind === 'already') return null;
    if (decision.kind === 'move') return decision.to;
    throw refusedStep(decision.code, row.state, verb, program, row.timeZone, {
      completed: row.reviews,
      needed: reviewersOf(policy),
      selection: policy?.selection ?? null,
    });
  }
}
