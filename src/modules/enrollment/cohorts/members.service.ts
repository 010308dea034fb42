import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { Database } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { CohortService, programRefusals, ProgramService } from '../../program';
import { enrollmentRefusals } from '../contract';
import { EnrollmentRepository } from '../enrollment.repository';
import type { MembersBody, MembersView } from './members.dto';

/** Who is in which cohort. */
@Injectable()
export class MembersService {
  constructor(
    private readonly db: Database,
    private readonly enrollments: EnrollmentRepository,
    private readonly cohorts: CohortService,
    private readonly programs: ProgramService,
    private readonly audit: AuditService,
  ) {}

  /** Admits all of them or nobody: refuses `cohort_full`, and `cohort_foreign` for those of another programme. */
  async admit(
    me: Actor,
    program: string,
    cohortId: string,
    { enrollmentIds }: MembersBody,
  ): Promise<MembersView> {
    const { id: programId } = await this.programs.get(program);
    return this.db.tx(async (tx) => {
      const cohort = await this.cohorts.lock(tx, cohortId);
      if (cohort.programId !== programId) throw refusal(programRefusals, 'not_found');
      const moved = await this.enrollments.setCohort(tx, enrollmentIds, programId, cohortId);
      if (moved !== enrollmentIds.length) throw refusal(enrollmentRefusals, 'cohort_foreign');
      const taken = (await this.enrollments.countMembers([cohortId], tx)).get(cohortId) ?? 0;
      if (taken > cohort.capacity)
        throw refusal(enrollmentRefusals, 'cohort_full', { capacity: cohort.capacity, wanted: taken });
      await this.audit.record(tx, me, 'enrollment.admit', cohortId, { programId, enrollmentIds });
      return { cohortId, capacity: cohort.capacity, taken };
    });
  }

  async count(program: string, cohortId: string): Promise<MembersView> {
    const { id: programId } = await this.programs.get(program);
    const cohort = (await this.cohorts.cards([cohortId])).get(cohortId);
    if (cohort?.programId !== programId) throw refusal(programRefusals, 'not_found');
    const taken = (await this.enrollments.countMembers([cohortId])).get(cohortId) ?? 0;
    return { cohortId, capacity: cohort.capacity, taken };
  }
}
