import { Injectable } from '@nestjs/common';
import { DrawService } from '../../draw';
import { PolicyService, type Program, type SelectionWay } from '../../program';
import { ApplicationCountRepository } from '../applications/application-count.repository';
import { reviewersOf } from '../domain/selection-facts';
import { EnrollmentRepository } from '../enrollment.repository';
import { FormService } from '../forms/form.service';
import { placesDraw, type DrawStep } from './drawing.service';
import { PanelService } from './panel.service';
import type { PlacesDrawView, SelectionView } from './selection.dto';

/** Steps of a draw by its state; the list closes after the deadline only. */
function stepsOf(selection: SelectionWay | null, draw: PlacesDrawView | null, isClosed: boolean): DrawStep[] {
  if (selection !== 'draw') return [];
  if (draw === null) return ['commit'];
  if (draw.state === 'committed') return isClosed ? ['close', 'cancel'] : ['cancel'];
  return draw.state === 'frozen' ? ['hold', 'cancel'] : [];
}

/** How far the selection of a programme is, for those who run it. */
@Injectable()
export class SelectionViewService {
  constructor(
    private readonly policies: PolicyService,
    private readonly counts: ApplicationCountRepository,
    private readonly enrollments: EnrollmentRepository,
    private readonly panels: PanelService,
    private readonly forms: FormService,
    private readonly draws: DrawService,
  ) {}

  async get(program: Program): Promise<SelectionView> {
    const policy = await this.policies.review(program.id);
    const promised = reviewersOf(policy);
    const [counts, promise, seats, panel, form, found] = await Promise.all([
      this.counts.byState(program.id),
      this.counts.punctuality(program.id),
      this.enrollments.countSeats([program.id]),
      this.panels.standing(program.id, promised),
      this.forms.newest(program.id),
      this.draws.find(placesDraw(program.id)),
    ]);
    const draw =
      found === null
        ? null
        : { id: found.id, state: found.state, places: found.places, entries: found.entries };
    const isClosed = program.applicationsUntil !== null && program.applicationsUntil <= new Date();
    const selection = policy?.selection ?? null;
    const hasRubric = form.content.rubric.length > 0;
    return {
      selection,
      reviewers: promised,
      hasRubric,
      promise,
      draw,
      ...panel,
      counts: Object.entries(counts).map(([state, count]) => ({
        state,
        count,
      })),
      seatsLeft: Math.max(0, program.capacity - (seats.get(program.id) ?? 0)),
      closesAt: program.applicationsUntil?.toISOString() ?? null,
      steps: stepsOf(selection, draw, isClosed),
      canHandOut:
        selection === 'review' && hasRubric && (counts.submitted ?? 0) > 0 && panel.panel.length >= promised,
    };
  }
}
