import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import { Database, type Tx } from '../../../platform/db/database';
import { ProgramService } from '../../program';
import { enrollmentRefusals, type ApplicationState } from '../contract';
import {
  applicationWorkflow,
  type ApplicationFacts,
  type ApplicationVerb,
} from '../domain/application.workflow';
import { EnrollmentRepository } from '../enrollment.repository';
import { MoveService } from '../moves.service';
import type { ApplicationVerbBody, ApplicationView } from './application.dto';
import type { ApplicationEntity, DeclineReason } from './application.entity';
import { ApplicationRepository } from './application.repository';
import { ApplicationService, takesArtists } from './application.service';

interface Decided {
  readonly row: ApplicationEntity;
  readonly verb: ApplicationVerb;
  readonly to: ApplicationState;
  readonly reasons: readonly DeclineReason[];
  readonly note: string | undefined;
}

/** From submitted to invited, waitlisted, declined or withdrawn. */
@Injectable()
export class SelectionService {
  constructor(
    private readonly db: Database,
    private readonly applications: ApplicationRepository,
    private readonly enrollments: EnrollmentRepository,
    private readonly moves: MoveService,
    private readonly programs: ProgramService,
    private readonly reading: ApplicationService,
  ) {}

  /**
   * Takes one step. An invitation takes a seat (`programme_full` when none is left, counted under a lock) and opens
   * the enrollment; declining needs reasons. The own application is `own_application` to a manager.
   */
  async act(
    me: Actor,
    id: string,
    verb: ApplicationVerb,
    body: ApplicationVerbBody,
  ): Promise<ApplicationView> {
    const { programId } = await this.reading.visible(me, id);
    const program = await this.programs.get(programId);
    const reasons = (body.reasons ?? []).map(({ code, text }) => ({ code, text }));
    await this.db.tx(async (tx) => {
      const row = await this.applications.lock(tx, id);
      const taken = verb === 'invite' ? await this.enrollments.lockSeats(tx, programId) : 0;
      const facts: ApplicationFacts = {
        isOwn: row.personId === me.id,
        isProgramOpen: takesArtists(program),
        hasReasons: reasons.length > 0,
        seatsLeft: program.capacity - taken,
      };
      const decision = decide(applicationWorkflow, row.state, verb, me, facts);
      if (decision.kind === 'already') return;
      if (decision.kind === 'refused') throw this.refused(decision.code, row.state, verb, program.capacity);
      await this.carryOut(tx, me, { row, verb, to: decision.to, reasons, note: body.note });
    });
    return this.reading.get(me, id);
  }

  private async carryOut(tx: Tx, me: Actor, { row, verb, to, reasons, note }: Decided): Promise<void> {
    if (verb === 'decline') await this.applications.setReasons(tx, row.id, reasons);
    if (verb === 'submit') await this.applications.setSubmitted(tx, row.id);
    await this.moves.moveApplication(tx, me, {
      row,
      verb,
      to,
      note: { ...(note === undefined ? {} : { note }), ...(verb === 'decline' ? { reasons } : {}) },
    });
    if (verb === 'invite') await this.moves.openEnrollment(tx, me, row);
  }

  private refused(code: string, state: string, verb: string, capacity: number): Error {
    return code === 'programme_full'
      ? refusal(enrollmentRefusals, code, { capacity })
      : refusedMove(enrollmentRefusals, code, applicationWorkflow, state, verb);
  }
}
