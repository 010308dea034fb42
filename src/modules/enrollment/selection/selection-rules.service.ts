import { Injectable } from '@nestjs/common';
import { refusal } from '../../../kernel/refusal';
import { PolicyService, ProgramService } from '../../program';
import { ApplicationCountRepository } from '../applications/application-count.repository';
import { enrollmentRefusals } from '../contract';
import { reviewersOf } from '../domain/selection-facts';
import { FormService } from '../forms/form.service';
import { PanelRepository } from './panel.repository';

/** What must be there before applications go to people. */
@Injectable()
export class SelectionRules {
  constructor(
    private readonly programs: ProgramService,
    private readonly policies: PolicyService,
    private readonly forms: FormService,
    private readonly panels: PanelRepository,
    private readonly counts: ApplicationCountRepository,
  ) {}

  /** Id of the programme. Refuses `decided_otherwise`, `rubric_missing`, `panel_too_small`. */
  async checkHandOut(idOrSlug: string): Promise<string> {
    const program = await this.programs.get(idOrSlug);
    const policy = await this.policies.review(program.id);
    if (policy?.selection !== 'review')
      throw refusal(enrollmentRefusals, 'decided_otherwise', { selection: policy?.selection ?? null });
    if ((await this.forms.newest(program.id)).content.rubric.length === 0)
      throw refusal(enrollmentRefusals, 'rubric_missing');
    const needed = reviewersOf(policy);
    const people = (await this.panels.list(program.id)).length;
    if (people < needed) throw refusal(enrollmentRefusals, 'panel_too_small', { needed, people });
    return program.id;
  }

  /** Handed in, and given to nobody yet. */
  async left(programId: string): Promise<number> {
    return (await this.counts.byState(programId)).submitted ?? 0;
  }
}
