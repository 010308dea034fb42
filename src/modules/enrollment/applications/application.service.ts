import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { available } from '../../../kernel/workflow';
import { may, PeopleService } from '../../access';
import { PolicyService, ProgramService, type Program, type ReviewPolicy } from '../../program';
import { enrollmentRefusals } from '../contract';
import { APPLICATION_VERBS, applicationWorkflow, type ApplicationVerb } from '../domain/application.workflow';
import { isBlind, reviewersOf, selectionFacts } from '../domain/selection-facts';
import { EnrollmentRepository } from '../enrollment.repository';
import type { ApplicationListQuery, ApplicationView } from './application.dto';
import type { ApplicationEntity } from './application.entity';
import { applicationView } from './application.mapping';
import { ApplicationRepository, keyOf } from './application.repository';
import { DossierService, type Dossiers } from './dossier.service';

const isPersonVerb = (verb: string): verb is ApplicationVerb =>
  (APPLICATION_VERBS as readonly string[]).includes(verb);

interface Surroundings extends Dossiers {
  readonly programs: ReadonlyMap<string, Program>;
  readonly policies: ReadonlyMap<string, ReviewPolicy | null>;
  readonly names: ReadonlyMap<string, string>;
  readonly enrollments: ReadonlyMap<string, string>;
  readonly seats: ReadonlyMap<string, number>;
}

/** Reading applications: the own ones, or those of a programme for whoever selects. */
@Injectable()
export class ApplicationService {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly enrollments: EnrollmentRepository,
    private readonly programs: ProgramService,
    private readonly policies: PolicyService,
    private readonly people: PeopleService,
    private readonly dossiers: DossierService,
  ) {}

  /** The own one, or any for those who select. Somebody else's is `not_found`. */
  async get(me: Actor, id: string): Promise<ApplicationView> {
    const [view] = await this.views(me, [await this.visible(me, id)]);
    return view as ApplicationView;
  }

  /** In the order that is asked for: the own ones, or everybody's for those who select. */
  async list(me: Actor, query: ApplicationListQuery): Promise<Page<ApplicationView>> {
    const { cursor, limit, state, programId, cohortId, late, sort } = query;
    const whose = may(me, 'application.review') ? { unconflicted: me.id } : { personId: me.id };
    const filter = { ...whose, state, programId, cohortId, isLate: late };
    const rows = await this.applications.list(filter, sort, cursor, limit + 1);
    const views = new Map((await this.views(me, rows)).map((view) => [view.id, view]));
    return toPage(rows, limit, keyOf(sort), (row) => views.get(row.id) as ApplicationView);
  }

  /** Whoever has a conflict of interest sees nothing of it any more. */
  async visible(me: Actor, id: string): Promise<ApplicationEntity> {
    const row = await this.applications.get(id);
    if (row.personId === me.id) return row;
    if (!may(me, 'application.review') || (await this.dossiers.hasConflict(me.id, id)))
      throw refusal(enrollmentRefusals, 'not_found');
    return row;
  }

  private async views(me: Actor, rows: readonly ApplicationEntity[]): Promise<ApplicationView[]> {
    const around = await this.surroundings(me, rows);
    return rows.map((row) => this.view(me, row, around));
  }

  private view(me: Actor, row: ApplicationEntity, around: Surroundings): ApplicationView {
    const program = around.programs.get(row.programId) as Program;
    const policy = around.policies.get(row.programId) ?? null;
    const isOwn = row.personId === me.id;
    const now = new Date();
    const facts = selectionFacts({
      program,
      policy,
      isOwn,
      reviews: row.reviews,
      reasons: null,
      now,
      seatsLeft: program.capacity - (around.seats.get(program.id) ?? 0),
    });
    const form = around.forms.get(row.formId ?? '') ?? null;
    return applicationView(row, {
      programName: program.name,
      personName: around.names.get(row.personId) ?? '',
      enrollmentId: around.enrollments.get(row.id) ?? null,
      available: available(applicationWorkflow, row.state, me, facts).filter(isPersonVerb),
      isOwn,
      isBlind: !isOwn && isBlind(policy, row.state),
      form,
      files: around.files.get(row.id) ?? [],
      comments: isOwn && row.decidedAt !== null ? (around.comments.get(row.id) ?? []) : [],
      position: around.positions.get(row.id) ?? null,
      promised: reviewersOf(policy),
      now,
    });
  }

  private async surroundings(me: Actor, rows: readonly ApplicationEntity[]): Promise<Surroundings> {
    const programIds = [...new Set(rows.map(({ programId }) => programId))];
    const own = rows.filter(({ personId }) => personId === me.id);
    const [programs, policies, people, enrollments, seats, dossiers] = await Promise.all([
      this.programs.cards(programIds),
      Promise.all(programIds.map(async (id) => [id, await this.policies.review(id)] as const)),
      this.people.cards(rows.map(({ personId }) => personId)),
      this.enrollments.listByApplications(rows.map(({ id }) => id)),
      this.enrollments.countSeats(programIds),
      this.dossiers.of(rows, own),
    ]);
    return {
      programs,
      seats,
      ...dossiers,
      policies: new Map(policies),
      names: new Map([...people].map(([id, { name }]) => [id, name])),
      enrollments: new Map(enrollments.map(({ applicationId, id }) => [applicationId, id])),
    };
  }
}
