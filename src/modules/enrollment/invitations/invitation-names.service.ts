import { Injectable } from '@nestjs/common';
import { PeopleService } from '../../access';
import { CohortService, ProgramService } from '../../program';
import type { InvitationEntity } from './invitation.entity';

export interface Names {
  readonly programName: string;
  readonly cohortName: string | null;
  readonly invitedBy: string;
}

/** What the things are called that an invitation is about. */
@Injectable()
export class InvitationNames {
  constructor(
    private readonly programs: ProgramService,
    private readonly cohorts: CohortService,
    private readonly people: PeopleService,
  ) {}

  async of(rows: readonly InvitationEntity[]): Promise<(row: InvitationEntity) => Names> {
    const [programs, cohorts, people] = await Promise.all([
      this.programs.cards(rows.map(({ programId }) => programId)),
      this.cohorts.cards(rows.flatMap(({ cohortId }) => (cohortId === null ? [] : [cohortId]))),
      this.people.cards(rows.map(({ invitedBy }) => invitedBy)),
    ]);
    return ({ programId, cohortId, invitedBy }) => ({
      programName: programs.get(programId)?.name ?? '',
      cohortName: cohortId === null ? null : (cohorts.get(cohortId)?.name ?? null),
      invitedBy: people.get(invitedBy)?.name ?? '',
    });
  }
}
