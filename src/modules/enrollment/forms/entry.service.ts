import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { answerFaults } from '../../../platform/forms/answers';
import { maySeeDrafts, PolicyService, ProgramService } from '../../program';
import { ApplicationCountRepository } from '../applications/application-count.repository';
import { enrollmentRefusals } from '../contract';
import { answersSchema, ineligible } from '../domain/form';
import { decideBy } from '../domain/promise';
import { reviewersOf, takesArtists } from '../domain/selection-facts';
import { EnrollmentRepository } from '../enrollment.repository';
import { formView, type EligibilityView, type EntryView } from './form.dto';
import { FormService } from './form.service';

/** What is said before anybody writes: questions, conditions, how and until when is decided, how many seats there are. */
@Injectable()
export class EntryService {
  constructor(
    private readonly programs: ProgramService,
    private readonly policies: PolicyService,
    private readonly forms: FormService,
    private readonly counts: ApplicationCountRepository,
    private readonly enrollments: EnrollmentRepository,
  ) {}

  /** Refuses `not_found` for a draft, unless the caller prepares it. */
  async entry(me: Actor, idOrSlug: string, now = new Date()): Promise<EntryView> {
    const program = await this.programs.get(idOrSlug);
    if (program.state === 'draft' && !maySeeDrafts(me)) throw refusal(enrollmentRefusals, 'not_found');
    const [{ stored, content }, policy, seats, counts] = await Promise.all([
      this.forms.newest(program.id),
      this.policies.review(program.id),
      this.enrollments.countSeats([program.id]),
      this.counts.byState(program.id),
    ]);
    const isLate = program.applicationsUntil !== null && program.applicationsUntil <= now;
    return {
      form: formView(content, stored),
      selection: policy?.selection ?? null,
      criteria: policy?.criteria ?? '',
      reviewers: reviewersOf(policy),
      closesAt: program.applicationsUntil?.toISOString() ?? null,
      decideBy: decideBy(program, policy?.decisionDays ?? null, now)?.toISOString() ?? null,
      seatsLeft: Math.max(0, program.capacity - (seats.get(program.id) ?? 0)),
      waiting: counts.waitlisted ?? 0,
      closedBecause: !takesArtists(program)
        ? enrollmentRefusals.rows.programme_not_open.says
        : isLate
          ? enrollmentRefusals.rows.too_late.says.replace(
              '`closedAt`',
              program.applicationsUntil?.toISOString() ?? '',
            )
          : null,
    };
  }

  /** Whether somebody with these answers can take part; asked before they write, and kept nowhere. */
  async eligibility(idOrSlug: string, answers: Record<string, unknown>): Promise<EligibilityView> {
    const { id, state } = await this.programs.get(idOrSlug);
    if (state === 'draft') throw refusal(enrollmentRefusals, 'not_found');
    const { content } = await this.forms.newest(id);
    const asked = { ...content, fields: content.fields.filter(({ eligibility }) => eligibility !== null) };
    const open = { ...asked, fields: asked.fields.map((field) => ({ ...field, isRequired: false })) };
    const given = Object.fromEntries(
      asked.fields.flatMap(({ key }) => (Object.hasOwn(answers, key) ? [[key, answers[key]]] : [])),
    );
    const faults = answerFaults(answersSchema(open), given);
    if (faults.length > 0)
      throw refusal(enrollmentRefusals, 'answers_invalid', {
        faults: faults.map(({ field, needs }) => ({ field, says: `“${field}” ${needs}.` })),
      });
    const reasons = ineligible(asked, given as Record<string, string>);
    return { isEligible: reasons.length === 0, reasons };
  }
}
