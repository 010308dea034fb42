import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import type { Tx } from '../../../platform/db/database';
import { PeopleService } from '../../access';
import { EnrollmentService } from '../../enrollment';
import type { Candidate } from '../../enrollment/contract';
import type { CollaboratorShape } from './call-application.dto';
import type { CallApplicationEntity, Collaborator } from './call-application.entity';

type Behind = Pick<CallApplicationEntity, 'id' | 'personId' | 'team' | 'collaborators'>;

/** The people behind applications: who may apply, who they name, and as whom a reviewer may know them. */
@Injectable()
export class CandidateService {
  constructor(
    private readonly people: PeopleService,
    private readonly enrollments: EnrollmentService,
  ) {}

  /** Refuses whoever is not active in the programme. */
  async mayApply(me: Actor, programId: string): Promise<void> {
    await this.enrollments.activeOf(me.id, programId);
  }

  /** As they are kept: whoever has an account under the address that was given is known by it. */
  async named(people: readonly CollaboratorShape[]): Promise<Collaborator[]> {
    return Promise.all(
      people.map(async ({ name, email }) => {
        if (email === undefined) return { name, personId: null };
        return { name, email, personId: (await this.people.findByEmail(email))?.id ?? null };
      }),
    );
  }

  /** With names and addresses, for the search of conflicts only. */
  async behind(tx: Tx, rows: readonly Behind[]): Promise<Candidate[]> {
    const accounts = ({ personId, collaborators }: Behind): string[] => [
      personId,
      ...collaborators.flatMap((one) => (one.personId === null ? [] : [one.personId])),
    ];
    const cards = await this.people.cards([...new Set(rows.flatMap(accounts))], tx);
    return rows.map((row) => ({
      applicationId: row.id,
      personId: row.personId,
      team: row.team,
      collaborators: accounts(row).slice(1),
      people: [
        ...accounts(row).flatMap((id) => cards.get(id) ?? []),
        ...row.collaborators.map(({ name, email }) => ({ name, email: email ?? null })),
      ],
    }));
  }
}
