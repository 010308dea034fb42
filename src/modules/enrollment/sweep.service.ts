import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor';
import { decide } from '../../kernel/workflow';
import { Database } from '../../platform/db/database';
import { ProgramService, TermsService } from '../program';
import { ApplicationRepository } from './applications/application.repository';
import { applicationWorkflow } from './domain/application.workflow';
import { enrollmentWorkflow } from './domain/enrollment.workflow';
import { selectionFacts } from './domain/selection-facts';
import { EnrollmentRepository } from './enrollment.repository';
import { MoveService } from './moves.service';

/** The verbs of time: what nobody does by hand. Safe to run anywhere, at any moment, several at once. */
@Injectable()
export class SweepService {
  constructor(
    private readonly db: Database,
    private readonly applications: ApplicationRepository,
    private readonly enrollments: EnrollmentRepository,
    private readonly moves: MoveService,
    private readonly programs: ProgramService,
    private readonly terms: TermsService,
  ) {}

  /** Drafts of programmes that are over expire. Returns how many did. */
  async expireDrafts(now = new Date()): Promise<number> {
    const programs = await this.programs.cards(await this.applications.listProgramsWithDrafts());
    const over = [...programs.values()].filter(({ endsAt, state }) => endsAt <= now || state === 'closed');
    let count = 0;
    for (const id of await this.applications.listDrafts(over.map((program) => program.id))) {
      count += await this.expire(id);
    }
    return count;
  }

  /** Those who have left become alumni. Returns how many moved. */
  async moveDue(): Promise<number> {
    let count = 0;
    for (const id of await this.enrollments.listDue()) count += await this.move(id, 'finish');
    return count;
  }

  /** Whoever has not accepted a material change when its notice is over decides before working on. Returns how many. */
  async lapse(now = new Date()): Promise<number> {
    let count = 0;
    for (const [programId, lines] of await this.terms.lines(await this.enrollments.listActivePrograms())) {
      const last = lines.findLast(({ isMaterial, effectiveAt }) => isMaterial && effectiveAt <= now);
      if (last === undefined || last.version === 1) continue;
      for (const id of await this.enrollments.listLapsed(programId, last.version))
        count += await this.move(id, 'lapse');
    }
    return count;
  }

  private async expire(id: string): Promise<number> {
    return this.db.tx(async (tx) => {
      const row = await this.applications.lock(tx, id);
      const facts = selectionFacts({
        program: {
          state: 'closed',
          applicationsUntil: null,
        },
        policy: null,
        isOwn: false,
        reviews: 0,
        seatsLeft: 0,
        reasons: [],
        now: new Date(),
      });
      const decision = decide(applicationWorkflow, row.state, 'expire', SYSTEM, facts);
      if (decision.kind !== 'move') return 0;
      await this.moves.moveApplication(tx, SYSTEM, { row, verb: 'expire', to: decision.to });
      return 1;
    });
  }

  private async move(id: string, verb: 'finish' | 'lapse'): Promise<number> {
    return this.db.tx(async (tx) => {
      const row = await this.enrollments.lock(tx, id);
      const facts = { isOwn: false, isCurrent: false, hasStatement: false, leftFrom: null };
      const decision = decide(enrollmentWorkflow, row.state, verb, SYSTEM, facts);
      if (decision.kind !== 'move') return 0;
      await this.moves.moveEnrollment(tx, SYSTEM, { row, verb, to: decision.to });
      return 1;
    });
  }
}
