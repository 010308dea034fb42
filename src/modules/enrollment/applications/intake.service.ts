import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { decide } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { PolicyService, type Program } from '../../program';
import { applicationWorkflow } from '../domain/application.workflow';
import { decideBy } from '../domain/promise';
import { selectionFacts } from '../domain/selection-facts';
import type { FileEntity } from '../files/file.entity';
import { FileRepository } from '../files/file.repository';
import { FormService } from '../forms/form.service';
import { MoveService } from '../moves.service';
import { SeatingService } from '../selection/seating.service';
import type { ApplicationEntity } from './application.entity';
import { ApplicationRepository } from './application.repository';
import { refusedStep } from './refused-step.mapping';

/** sha256 over everything that is handed in, files by their checksums: what was judged can be shown to be that. */
function digestOf(row: ApplicationEntity, files: readonly FileEntity[], formHash: string | null): string {
  const answers = Object.entries(row.answers).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const content = [
    row.statement,
    row.portfolio,
    answers,
    formHash,
    files.map(({ id, sha256 }) => [id, sha256]),
  ];
  return createHash('sha256').update(JSON.stringify(content), 'utf8').digest('hex');
}

/** Handing in: checked against the newest form, sealed, and where the first come are taken, taken or put in line at once. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly files: FileRepository,
    private readonly forms: FormService,
    private readonly policies: PolicyService,
    private readonly moves: MoveService,
    private readonly seating: SeatingService,
  ) {}

  /** Under the lock of `row`. Refuses `programme_not_open`, `too_late`, `answers_invalid`, `not_eligible`. */
  async submit(tx: Tx, me: Actor, program: Program, row: ApplicationEntity, now = new Date()): Promise<void> {
    const policy = await this.policies.review(program.id, tx);
    const facts = selectionFacts({
      program,
      policy,
      isOwn: row.personId === me.id,
      reviews: 0,
      seatsLeft: 0,
      reasons: null,
      now,
    });
    const decision = decide(applicationWorkflow, row.state, 'submit', me, facts);
    if (decision.kind === 'already') return;
    if (decision.kind === 'refused')
      throw refusedStep(decision.code, row.state, 'submit', program, row.timeZone);
    const [{ stored, content }, files] = await Promise.all([
      this.forms.newest(program.id, tx),
      this.files.listOf([row.id], tx),
    ]);
    this.forms.check(content, row.answers, files.length);
    await this.applications.setSubmitted(tx, row.id, {
      formId: stored?.id ?? null,
      digest: digestOf(row, files, stored?.hash ?? null),
      decideBy: decideBy(program, policy?.decisionDays ?? null, now),
    });
    await this.moves.moveApplication(tx, me, { row, verb: 'submit', to: decision.to });
    if (policy?.selection === 'first_come')
      await this.seating.firstCome(tx, SYSTEM, program, { ...row, state: decision.to });
  }
}
