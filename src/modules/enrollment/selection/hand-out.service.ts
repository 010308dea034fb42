import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { Database } from '../../../platform/db/database';
import { ApplicationRepository } from '../applications/application.repository';
import { MoveService } from '../moves.service';
import { AssignmentService } from './assignment.service';
import { PanelRepository } from './panel.repository';
import type { HandOutView } from './selection.dto';
import { SelectionRules } from './selection-rules.service';

/** Applications of one transaction; a request hands out a few of these. */
const AT_ONCE = 200;

/** Gives handed-in applications to the panel. */
@Injectable()
export class HandOutService {
  constructor(
    private readonly db: Database,
    private readonly applications: ApplicationRepository,
    private readonly panels: PanelRepository,
    private readonly assignments: AssignmentService,
    private readonly rules: SelectionRules,
    private readonly moves: MoveService,
  ) {}

  /** As SelectionRules.checkHandOut. Up to a thousand; `left` says how many still wait. The own application of whoever asks is left for somebody else. */
  async handOut(me: Actor, idOrSlug: string): Promise<HandOutView> {
    const programId = await this.rules.checkHandOut(idOrSlug);
    let handedOut = 0;
    for (let round = 0; round < 5; round += 1) {
      const ids = await this.panels.waiting(programId, AT_ONCE);
      const given = await this.batch(me, programId, ids);
      handedOut += given;
      if (given === 0 || ids.length < AT_ONCE) break;
    }
    return { handedOut, left: await this.rules.left(programId) };
  }

  private async batch(me: Actor, programId: string, ids: readonly string[]): Promise<number> {
    return this.db.tx(async (tx) => {
      const moved: string[] = [];
      for (const id of ids) {
        const row = await this.applications.lock(tx, id);
        if (row.state !== 'submitted' || row.personId === me.id) continue;
        await this.moves.moveApplication(tx, me, { row, verb: 'startReview', to: 'in_review' });
        moved.push(id);
      }
      if (moved.length > 0) await this.assignments.fill(tx, me, programId, moved);
      return moved.length;
    });
  }
}
