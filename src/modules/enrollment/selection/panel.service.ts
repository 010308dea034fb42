import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { may, PeopleService } from '../../access';
import { enrollmentRefusals } from '../contract';
import { AssignmentService } from './assignment.service';
import { PanelRepository } from './panel.repository';
import { ReviewRepository } from './review.repository';
import type { SelectionView } from './selection.dto';

/** Who scores applications of a programme. */
@Injectable()
export class PanelService {
  constructor(
    private readonly panels: PanelRepository,
    private readonly reviews: ReviewRepository,
    private readonly assignments: AssignmentService,
    private readonly people: PeopleService,
    private readonly audit: AuditService,
  ) {}

  /** Puts somebody on the panel, or corrects their team; missing reviews are handed out at once. Refuses `cannot_review`. */
  async add(tx: Tx, me: Actor, programId: string, personId: string, team: string): Promise<void> {
    const person = await this.people.find(personId, tx);
    if (person === null || !may(person, 'application.score'))
      throw refusal(enrollmentRefusals, 'cannot_review');
    await this.panels.add(tx, programId, { personId, team: team.trim() }, me.id);
    await this.audit.record(tx, me, 'application_review.panel_add', programId, { personId, team });
    await this.assignments.fill(tx, me, programId, null);
  }

  /** Refuses `panel_fixed` for somebody who was asked already. */
  async remove(tx: Tx, me: Actor, programId: string, personId: string): Promise<void> {
    if (!(await this.panels.remove(tx, programId, personId)))
      throw refusal(enrollmentRefusals, 'panel_fixed');
    await this.audit.record(tx, me, 'application_review.panel_remove', programId, { personId });
  }

  async standing(
    programId: string,
    promised: number,
  ): Promise<Pick<SelectionView, 'panel' | 'conflicts' | 'short'>> {
    const [lines, conflicts, short] = await Promise.all([
      this.panels.list(programId),
      this.reviews.countConflicts(programId),
      promised === 0 ? [] : this.panels.short(programId, promised),
    ]);
    const people = await this.people.cards(lines.map(({ personId }) => personId));
    const panel = lines.map((line) => ({ ...line, name: people.get(line.personId)?.name ?? '' }));
    return { panel, conflicts, short };
  }
}
