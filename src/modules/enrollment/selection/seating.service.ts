import { Injectable } from '@nestjs/common';
import { DAY, later } from '../../../kernel/clock';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { CohortService, type Program } from '../../program';
import type { ApplicationEntity } from '../applications/application.entity';
import { ApplicationRepository } from '../applications/application.repository';
import { enrollmentRefusals } from '../contract';
import { WAITLIST_DAYS } from '../domain/promise';
import { EnrollmentRepository } from '../enrollment.repository';
import { MoveService } from '../moves.service';

type Note = Readonly<Record<string, unknown>>;

/** Seats and places in line. Whoever counts seats holds the programme's lock, so that the last one is given once. */
@Injectable()
export class SeatingService {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly enrollments: EnrollmentRepository,
    private readonly cohorts: CohortService,
    private readonly moves: MoveService,
  ) {}

  /** Seats that are taken; nobody else counts those of this programme before the transaction ends. */
  async lock(tx: Tx, programId: string): Promise<number> {
    return this.enrollments.lockSeats(tx, programId);
  }

  /** Gives a seat, with its enrollment, under `lock`. Refuses `cohort_full` and `cohort_foreign`. */
  async seat(
    tx: Tx,
    actor: Actor,
    row: ApplicationEntity,
    verb: 'invite' | 'admit',
    { cohortId = null, note = {} }: { readonly cohortId?: string | null; readonly note?: Note } = {},
  ): Promise<string> {
    await this.applications.setDecided(tx, row.id);
    await this.moves.moveApplication(tx, actor, {
      row,
      verb,
      to: 'invited',
      note: { ...note, ...(cohortId && { cohortId }) },
    });
    const enrollmentId = await this.moves.openEnrollment(tx, actor, row);
    if (cohortId !== null) await this.enterCohort(tx, enrollmentId, row.programId, cohortId);
    return enrollmentId;
  }

  /** Puts somebody in line, under `lock`: at `place`, or last. */
  async queue(
    tx: Tx,
    actor: Actor,
    row: ApplicationEntity,
    verb: 'waitlist' | 'queue',
    {
      reviewAt,
      place = null,
      note = {},
    }: { readonly reviewAt?: Date; readonly place?: number | null; readonly note?: Note } = {},
  ): Promise<void> {
    await this.applications.setDecided(tx, row.id);
    await this.applications.setPlace(tx, row.id, reviewAt ?? later(new Date(), WAITLIST_DAYS * DAY), place);
    await this.moves.moveApplication(tx, actor, { row, verb, to: 'waitlisted', note });
  }

  /** First come: a seat while there is one and nobody waits for it, else the next place in line. */
  async firstCome(tx: Tx, actor: Actor, program: Program, row: ApplicationEntity): Promise<void> {
    const taken = await this.lock(tx, program.id);
    const [next] = await this.applications.nextWaiting(tx, program.id, 1);
    if (taken < program.capacity && next === undefined) await this.seat(tx, actor, row, 'admit');
    else await this.queue(tx, actor, row, 'queue');
  }

  /** Free seats go to whoever is next in line. Returns how many were given. */
  async advance(tx: Tx, program: Program): Promise<number> {
    const taken = await this.lock(tx, program.id);
    const free = Math.min(program.capacity - taken, 100);
    if (free <= 0) return 0;
    const next = await this.applications.nextWaiting(tx, program.id, free);
    for (const row of next) await this.seat(tx, SYSTEM, row, 'admit');
    return next.length;
  }

  private async enterCohort(
    tx: Tx,
    enrollmentId: string,
    programId: string,
    cohortId: string,
  ): Promise<void> {
    const cohort = await this.cohorts.lock(tx, cohortId);
    if (cohort.programId !== programId) throw refusal(enrollmentRefusals, 'cohort_foreign');
    await this.enrollments.setCohort(tx, [enrollmentId], programId, cohortId);
    const wanted = (await this.enrollments.countMembers([cohortId], tx)).get(cohortId) ?? 0;
    if (wanted > cohort.capacity)
      throw refusal(enrollmentRefusals, 'cohort_full', { capacity: cohort.capacity, wanted });
  }
}
