import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { EnrollmentService } from '../../enrollment';
import { approvalRefusals } from '../contract';
import { FAREWELLS, farewellChanges, type Farewell } from '../domain/farewell';
import { FarewellRepository } from './farewell.repository';
import type { FarewellView } from './own-work.dto';
import { SwitchService } from './switch.service';
import { WorkRepository, type WorkOwner } from './work.repository';

/** Works survive their artist's leaving, as the artist chooses. */
@Injectable()
export class FarewellService {
  constructor(
    private readonly db: Database,
    private readonly farewells: FarewellRepository,
    private readonly works: WorkRepository,
    private readonly switches: SwitchService,
    private readonly enrollments: EnrollmentService,
    private readonly audit: AuditService,
  ) {}

  /** For every programme that one is or was in; where nothing was chosen, the name stays. */
  async list(me: Actor): Promise<FarewellView[]> {
    const [chosen, enrollments] = await Promise.all([
      this.farewells.list(me.id),
      this.enrollments.ofPerson(me.id),
    ]);
    return enrollments.map(({ programId }) => {
      const row = chosen.find((one) => one.programId === programId);
      const choice = row?.choice ?? 'keep_name';
      return {
        programId,
        choice,
        says: FAREWELLS[choice],
        hasLeft: row !== undefined && row.leftAt !== null,
      };
    });
  }

  /** Holds for the time after leaving; whoever has left already sees it at once. Refuses (404) who was never in. */
  async choose(me: Actor, programId: string, choice: Farewell): Promise<void> {
    const enrollments = await this.enrollments.ofPerson(me.id);
    if (!enrollments.some((enrollment) => enrollment.programId === programId))
      throw refusal(approvalRefusals, 'not_found');
    await this.db.tx(async (tx) => {
      const row = await this.farewells.find(tx, me.id, programId);
      await this.farewells.choose(tx, me.id, programId, choice);
      await this.audit.record(tx, me, 'approval.choose_farewell', me.id, { programId, choice });
      if (row !== null && row.leftAt !== null) await this.apply(tx, { personId: me.id, programId }, choice);
    });
  }

  /** The artist has left: what they chose beforehand happens. */
  async leave(tx: Tx, owner: WorkOwner): Promise<void> {
    const choice = await this.farewells.markLeft(tx, owner.personId, owner.programId);
    await this.apply(tx, owner, choice);
  }

  private async apply(tx: Tx, owner: WorkOwner, choice: Farewell): Promise<void> {
    const { byline } = farewellChanges(choice);
    for (const work of await this.works.lockOf(tx, owner)) {
      if (byline !== undefined && byline !== work.byline) await this.works.update(tx, work.id, { byline });
      if (choice === 'remove' && work.isListed) await this.switches.list(tx, work, false);
    }
  }
}
