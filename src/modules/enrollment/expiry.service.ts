import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/database';
import { Outbox } from '../../platform/outbox/outbox';
import { CohortService, ProgramService } from '../program';
import { accessExpiring } from './contract';
import { warningDue } from './domain/expiry';
import { EnrollmentRepository } from './enrollment.repository';

/** Nobody finds the door shut: the end of access is told 30, 7 and 1 day ahead, and again when it moves. */
@Injectable()
export class ExpiryService {
  constructor(
    private readonly db: Database,
    private readonly enrollments: EnrollmentRepository,
    private readonly programs: ProgramService,
    private readonly cohorts: CohortService,
    private readonly outbox: Outbox,
  ) {}

  /** Returns how many were told. Safe to run anywhere, at any moment, several at once. */
  async warn(now = new Date()): Promise<number> {
    const groups = await this.enrollments.listGroups();
    const programs = await this.programs.cards(groups.map(({ programId }) => programId));
    const cohorts = await this.cohorts.cards(groups.flatMap(({ cohortId }) => cohortId ?? []));
    let count = 0;
    for (const group of groups) {
      const ends = [programs.get(group.programId)?.endsAt, cohorts.get(group.cohortId ?? '')?.endsAt];
      const endsAt = ends.filter((end) => end !== undefined).toSorted((a, b) => a.getTime() - b.getTime())[0];
      const days = endsAt === undefined ? null : warningDue(endsAt, now);
      if (endsAt !== undefined && days !== null) count += await this.tell(group, endsAt, days);
    }
    return count;
  }

  private async tell(
    group: { programId: string; cohortId: string | null },
    endsAt: Date,
    days: number,
  ): Promise<number> {
    return this.db.tx(async (tx) => {
      const told = await this.enrollments.warn(tx, group, endsAt, days);
      for (const { id, personId } of told)
        await this.outbox.add(tx, accessExpiring, {
          enrollmentId: id,
          programId: group.programId,
          personId,
          days,
          endsAt: endsAt.toISOString(),
        });
      return told.length;
    });
  }
}
