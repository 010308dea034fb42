import { Injectable } from '@nestjs/common';
import { PrecedentService } from '../../enrollment';
import { ProgramService, type Terms } from '../../program';

/** What a decision may stand on: the clauses of the terms in force, and what was ruled on “May I?”. */
@Injectable()
export class CitationService {
  constructor(
    private readonly programs: ProgramService,
    private readonly precedents: PrecedentService,
  ) {}

  async terms(programId: string): Promise<Terms> {
    return this.programs.terms(programId);
  }

  /** Refuses `enrollment.ruling_unknown` for a ruling that is not public in this programme; naming none is fine. */
  async check(programId: string, rulingId: string | undefined): Promise<void> {
    if (rulingId !== undefined) await this.precedents.cite(programId, rulingId);
  }
}
