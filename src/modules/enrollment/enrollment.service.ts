import { Injectable } from '@nestjs/common';
import { refusal } from '../../kernel/refusal';
import { Database, type Tx } from '../../platform/db/database';
import { Fresh } from '../../platform/db/fresh';
import { allows, CohortService, ProgramService, type Cohort, type Program } from '../program';
import { enrollmentRefusals, type EnrollmentCard } from './contract';
import { chooseActive } from './domain/active';
import { EnrollmentRepository } from './enrollment.repository';

const cardOf = ({ id, personId, programId, state, cohortId }: EnrollmentCard): EnrollmentCard => ({
  id,
  personId,
  programId,
  state,
  cohortId,
});

/** What is begun, and the activity of a programme that it is. A suspension never closes feedback. */
const BEGINS = { sharing: 'share', tasks: 'feedback', feedback: 'feedback' } as const;
type Beginning = keyof typeof BEGINS;

/** What other modules may ask about who is in. */
@Injectable()
export class EnrollmentService {
  /** As they stand, at most a second behind: every submit asks. */
  private readonly programs: Fresh<Program>;
  private readonly cohorts: Fresh<Cohort>;

  constructor(
    private readonly enrollments: EnrollmentRepository,
    programs: ProgramService,
    cohorts: CohortService,
    db: Database,
  ) {
    this.programs = new Fresh(db.changes, 'program_programs', (ids) => programs.cards(ids));
    this.cohorts = new Fresh(db.changes, 'program_cohorts', (ids) => cohorts.cards(ids));
  }

  /**
   * The enrollment a person may generate in: the one of `programId`, or the only active one. Refuses with what to do:
   * `not_enrolled`, `terms_pending`, `enrollment_paused`, `enrollment_suspended`, `cohort_not_now` (403), `programme_over`
   * (409), `programme_needed` (422). A move made by another process may be seen up to a second late.
   */
  async activeOf(personId: string, programId?: string): Promise<EnrollmentCard> {
    const card = cardOf(chooseActive(await this.enrollments.listStandings(personId), programId));
    const program = await this.programs.get(card.programId);
    const cohort = card.cohortId === null ? null : await this.cohorts.get(card.cohortId);
    if (program !== null && !allows(program.state, 'generate'))
      throw refusal(enrollmentRefusals, 'programme_over', { state: program.state });
    const now = cohort === null ? null : new Date();
    if (cohort !== null && now !== null && (cohort.startsAt > now || cohort.endsAt <= now)) {
      const [startsAt, endsAt] = [cohort.startsAt.toISOString(), cohort.endsAt.toISOString()];
      throw refusal(enrollmentRefusals, 'cohort_not_now', { startsAt, endsAt });
    }
    return card;
  }

  /**
   * Whether something may be begun beside making clips. Refuses `programme_closed` where its programme does not allow it
   * any more, `scope_suspended` where a suspension of theirs closes it. What was begun before goes on in any case.
   */
  async checkOpen(personId: string, programId: string, what: Beginning): Promise<void> {
    const program = await this.programs.get(programId);
    if (program !== null && !allows(program.state, BEGINS[what]))
      throw refusal(enrollmentRefusals, 'programme_closed', { state: program.state });
    for (const { programId: where, state, suspension } of await this.enrollments.listOfPerson(personId)) {
      const closed: readonly string[] = suspension?.scope ?? [];
      if (where !== programId || state !== 'suspended' || !closed.includes(what)) continue;
      const { endsAt: until, statementId } = suspension ?? {};
      throw refusal(enrollmentRefusals, 'scope_suspended', { scope: what, until, statementId });
    }
  }

  /** In any state; `null` when there is none. Inside of a transaction hand over `tx`. */
  async find(id: string, tx?: Tx): Promise<EnrollmentCard | null> {
    const row = await this.enrollments.find(id, tx);
    return row === null ? null : cardOf(row);
  }

  /** By id, in any state; an unknown one is missing. */
  async cards(ids: readonly string[]): Promise<Map<string, EnrollmentCard>> {
    const rows = await this.enrollments.listByIds(ids);
    return new Map(rows.map((row) => [row.id, cardOf(row)]));
  }

  /** All of a person's enrollments, newest first, in any state. */
  async ofPerson(personId: string): Promise<EnrollmentCard[]> {
    return (await this.enrollments.listOfPerson(personId)).map(cardOf);
  }

  /** Ids of who takes part in a programme: a pause or a suspension stops generating and nothing else. */
  async membersOf(tx: Tx, programId: string): Promise<string[]> {
    const rows = await this.enrollments.listTold(tx, programId, ['active', 'paused', 'suspended']);
    return rows.map(({ personId }) => personId);
  }
}
