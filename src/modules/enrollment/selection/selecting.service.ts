import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { ProgramService } from '../../program';
import { DrawingService, type DrawStep } from './drawing.service';
import { PanelService } from './panel.service';
import type { SelectionView } from './selection.dto';
import { SelectionViewService } from './selection-view.service';

/** Everything that those who run a programme do about its selection as a whole. */
@Injectable()
export class SelectingService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly programs: ProgramService,
    private readonly panels: PanelService,
    private readonly drawing: DrawingService,
    private readonly reading: SelectionViewService,
  ) {}

  async get(idOrSlug: string): Promise<SelectionView> {
    return this.reading.get(await this.programs.get(idOrSlug));
  }

  async addPanelist(
    once: Once,
    me: Actor,
    idOrSlug: string,
    personId: string,
    team: string,
  ): Promise<SelectionView> {
    const program = await this.programs.get(idOrSlug);
    await this.idempotency.run(once, async (tx) => {
      await this.panels.add(tx, me, program.id, personId, team);
      return {};
    });
    return this.reading.get(program);
  }

  async removePanelist(once: Once, me: Actor, idOrSlug: string, personId: string): Promise<SelectionView> {
    const program = await this.programs.get(idOrSlug);
    await this.idempotency.run(once, async (tx) => {
      await this.panels.remove(tx, me, program.id, personId);
      return {};
    });
    return this.reading.get(program);
  }

  async draw(
    once: Once,
    me: Actor,
    idOrSlug: string,
    step: DrawStep,
    reason: string,
  ): Promise<SelectionView> {
    const program = await this.programs.get(idOrSlug);
    await this.idempotency.run(once, async (tx) => {
      await this.drawing.take(tx, me, program, step, reason);
      return {};
    });
    return this.reading.get(program);
  }
}
