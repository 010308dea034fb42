import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/database';
import type { EnrollmentCard } from './contract';
import { chooseActive } from './domain/active';
import { EnrollmentRepository } from './enrollment.repository';

const cardOf = ({ id, personId, programId, state }: EnrollmentCard): EnrollmentCard => ({
  id,
  personId,
  programId,
  state,
});

/** What other modules may ask about who is in. */
@Injectable()
export class EnrollmentService {
  constructor(private readonly enrollments: EnrollmentRepository) {}

  /**
   * The enrollment a person may generate in: the one of `programId`, or the only active one. Refuses with what to do:
   * `not_enrolled`, `terms_pending`, `enrollment_paused`, `enrollment_suspended` (403), `programme_needed` (422). A move
   * made by another process may be seen up to a second late.
   */
  async activeOf(personId: string, programId?: string): Promise<EnrollmentCard> {
    return cardOf(chooseActive(await this.enrollments.listStandings(personId), programId));
  }

  /** In any state; `null` when there is none. Inside of a transaction hand over `tx`. */
  async find(id: string, tx?: Tx): Promise<EnrollmentCard | null> {
    const row = await this.enrollments.find(id, tx);
    return row === null ? null : cardOf(row);
  }

  /** All of a person's enrollments, newest first, in any state. */
  async ofPerson(personId: string): Promise<EnrollmentCard[]> {
    return (await this.enrollments.listOfPerson(personId)).map(cardOf);
  }
}
