import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import type { Tx } from '../../../platform/db/database';
import type { Program } from '../../program';
import type { ApplicationVerbBody } from '../applications/application.dto';
import type { ApplicationEntity } from '../applications/application.entity';
import { IntakeService } from '../applications/intake.service';
import type { ApplicationVerb } from '../domain/application.workflow';
import { MoveService } from '../moves.service';
import { AssignmentService } from './assignment.service';
import { DecliningService } from './declining.service';
import { SeatingService } from './seating.service';

interface Decided {
  readonly row: ApplicationEntity;
  readonly verb: ApplicationVerb;
  readonly to: ApplicationEntity['state'];
  readonly body: ApplicationVerbBody;
}

/** What a decided step does besides moving the application. */
@Injectable()
export class StepService {
  constructor(
    private readonly intake: IntakeService,
    private readonly seating: SeatingService,
    private readonly assignments: AssignmentService,
    private readonly declining: DecliningService,
    private readonly moves: MoveService,
  ) {}

  async submit(tx: Tx, me: Actor, program: Program, row: ApplicationEntity): Promise<void> {
    await this.intake.submit(tx, me, program, row);
  }

  async lockSeats(tx: Tx, programId: string): Promise<number> {
    return this.seating.lock(tx, programId);
  }

  async carryOut(tx: Tx, me: Actor, { row, verb, to, body }: Decided): Promise<void> {
    const note = body.note === undefined ? {} : { note: body.note };
    if (verb === 'invite') {
      await this.seating.seat(tx, me, row, verb, { note, cohortId: body.cohortId ?? null });
      return;
    }
    if (verb === 'waitlist') {
      const when = body.reviewAt === undefined ? {} : { reviewAt: new Date(body.reviewAt) };
      await this.seating.queue(tx, me, row, verb, { note, ...when });
      return;
    }
    if (verb === 'decline') {
      const reasons = (body.reasons ?? []).map(({ code, text }) => ({ code, text }));
      return this.declining.decline(tx, me, row, reasons, body.note);
    }
    await this.moves.moveApplication(tx, me, { row, verb, to, note });
    if (verb === 'startReview') await this.assignments.fill(tx, me, row.programId, [row.id]);
    if (verb === 'reopen') await this.assignments.reset(tx, row.id);
  }
}
