import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { decide } from '../../../kernel/workflow';
import { Database } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { ProgramService } from '../../program';
import { enrollmentRefusals } from '../contract';
import { applicationWorkflow } from '../domain/application.workflow';
import { plainAnswers, plainText } from '../domain/form';
import { isZone } from '../domain/promise';
import { selectionFacts } from '../domain/selection-facts';
import type { ApplicationBody, ApplicationDraftBody, ApplicationView } from './application.dto';
import { ApplicationRepository, type Draft } from './application.repository';
import { ApplicationService } from './application.service';
import { IntakeService } from './intake.service';
import { refusedStep } from './refused-step.mapping';

/** What a body says, as it is kept: no text hides another, no zone is made up. */
function draftOf({ statement, portfolio, answers, team, timeZone }: ApplicationBody): Draft {
  return {
    statement: plainText(statement),
    portfolio: [...new Set(portfolio)],
    answers: plainAnswers(answers ?? {}),
    team: plainText(team ?? ''),
    timeZone: timeZone !== undefined && isZone(timeZone) ? timeZone : 'UTC',
  };
}

/** Writing an application: kept as a draft, saved again, handed in. */
@Injectable()
export class WritingService {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly applications: ApplicationRepository,
    private readonly programs: ProgramService,
    private readonly intake: IntakeService,
    private readonly reading: ApplicationService,
  ) {}

  /**
   * Writes an application and, unless it is to stay a draft, hands it in. Refuses `programme_not_open`, `too_late`,
   * `answers_invalid`, `not_eligible`, and `already_applied`: there is one application per person and programme.
   */
  async apply(once: Once, me: Actor, idOrSlug: string, body: ApplicationBody): Promise<ApplicationView> {
    const program = await this.programs.get(idOrSlug);
    if (program.state === 'draft') throw refusal(enrollmentRefusals, 'not_found');
    const draft = draftOf(body);
    const facts = selectionFacts({
      program,
      policy: null,
      isOwn: true,
      reviews: 0,
      seatsLeft: 0,
      reasons: null,
      now: new Date(),
    });
    const decision = decide(applicationWorkflow, 'draft', 'submit', me, facts);
    if (decision.kind === 'refused')
      throw refusedStep(decision.code, 'draft', 'submit', program, draft.timeZone);
    const written = await this.idempotency.run(once, async (tx) => {
      const row = { id: newId('app'), programId: program.id, personId: me.id, ...draft };
      await this.applications.insert(tx, row);
      if (body.draft !== true)
        await this.intake.submit(tx, me, program, await this.applications.lock(tx, row.id));
      return { id: row.id };
    });
    return this.reading.get(me, written.id);
  }

  /** Saves an own draft. Refuses `application_fixed`, and `changed_meanwhile` for an older revision. */
  async save(me: Actor, id: string, body: ApplicationDraftBody): Promise<ApplicationView> {
    const { personId, programId } = await this.applications.get(id);
    if (personId !== me.id) throw refusal(enrollmentRefusals, 'not_found');
    const program = await this.programs.get(programId);
    const draft = draftOf(body);
    await this.db.tx(async (tx) => {
      const row = await this.applications.lock(tx, id);
      if (row.state !== 'draft') throw refusal(enrollmentRefusals, 'application_fixed');
      if (!(await this.applications.save(tx, id, body.revision, draft)))
        throw refusal(enrollmentRefusals, 'changed_meanwhile', { revision: row.revision });
      if (body.draft === false) await this.intake.submit(tx, me, program, { ...row, ...draft });
    });
    return this.reading.get(me, id);
  }
}
