import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { available, decide, refusedMove } from '../../../kernel/workflow';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { may, PeopleService } from '../../access';
import { ProgramService, type Program } from '../../program';
import { enrollmentRefusals } from '../contract';
import {
  APPLICATION_VERBS,
  applicationWorkflow,
  type ApplicationFacts,
  type ApplicationVerb,
} from '../domain/application.workflow';
import { EnrollmentRepository } from '../enrollment.repository';
import { MoveService } from '../moves.service';
import {
  applicationView,
  type ApplicationBody,
  type ApplicationListQuery,
  type ApplicationView,
} from './application.dto';
import type { ApplicationEntity } from './application.entity';
import { ApplicationRepository } from './application.repository';

/** Whether the programme takes artists in. */
export const takesArtists = (program: Program): boolean =>
  program.state === 'open' || program.state === 'running';

const isPersonVerb = (verb: string): verb is ApplicationVerb =>
  (APPLICATION_VERBS as readonly string[]).includes(verb);

/** Writing an application, and reading applications. */
@Injectable()
export class ApplicationService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly applications: ApplicationRepository,
    private readonly enrollments: EnrollmentRepository,
    private readonly moves: MoveService,
    private readonly programs: ProgramService,
    private readonly people: PeopleService,
  ) {}

  /**
   * Writes an application and, unless it is to stay a draft, submits it. Refuses `programme_not_open`, and
   * `already_applied`: there is one application per person and programme.
   */
  async apply(once: Once, me: Actor, idOrSlug: string, body: ApplicationBody): Promise<ApplicationView> {
    const program = await this.programs.get(idOrSlug);
    if (program.state === 'draft') throw refusal(enrollmentRefusals, 'not_found');
    const facts = { isOwn: true, isProgramOpen: takesArtists(program), hasReasons: false, seatsLeft: 0 };
    const decision = decide(applicationWorkflow, 'draft', 'submit', me, facts);
    if (decision.kind === 'refused') {
      throw refusedMove(enrollmentRefusals, decision.code, applicationWorkflow, 'draft', 'submit');
    }
    const written = await this.idempotency.run(once, async (tx) => {
      const { statement, portfolio } = body;
      const row = {
        id: newId('app'),
        programId: program.id,
        personId: me.id,
        statement,
        portfolio,
        state: 'draft' as const,
      };
      await this.applications.insert(tx, row);
      if (body.draft !== true) {
        await this.applications.setSubmitted(tx, row.id);
        await this.moves.moveApplication(tx, me, { row, verb: 'submit', to: 'submitted' });
      }
      return { id: row.id };
    });
    return this.get(me, written.id);
  }

  /** The own one, or any for those who select. Somebody else's is `not_found`. */
  async get(me: Actor, id: string): Promise<ApplicationView> {
    const row = await this.visible(me, id);
    const [view] = await this.views(me, [row]);
    return view as ApplicationView;
  }

  /** Newest first: the own ones, or everybody's for those who select. */
  async list(
    me: Actor,
    { cursor, limit, state, programId }: ApplicationListQuery,
  ): Promise<Page<ApplicationView>> {
    const before = cursor === undefined ? undefined : String(decodeCursor(cursor, 1)[0]);
    const personId = may(me, 'application.review') ? undefined : me.id;
    const rows = await this.applications.list({ personId, state, programId, before }, limit + 1);
    const views = new Map((await this.views(me, rows)).map((view) => [view.id, view]));
    return toPage(
      rows,
      limit,
      (row) => [row.id],
      (row) => views.get(row.id) as ApplicationView,
    );
  }

  async visible(me: Actor, id: string): Promise<ApplicationEntity> {
    const row = await this.applications.get(id);
    if (row.personId !== me.id && !may(me, 'application.review'))
      throw refusal(enrollmentRefusals, 'not_found');
    return row;
  }

  private async views(me: Actor, rows: readonly ApplicationEntity[]): Promise<ApplicationView[]> {
    const programIds = [...new Set(rows.map(({ programId }) => programId))];
    const [programs, people, enrollments, seats] = await Promise.all([
      this.programs.cards(programIds),
      this.people.cards(rows.map(({ personId }) => personId)),
      this.enrollments.listByApplications(rows.map(({ id }) => id)),
      this.enrollments.countSeats(programIds),
    ]);
    return rows.map((row) => {
      const program = programs.get(row.programId) as Program;
      const facts: ApplicationFacts = {
        isOwn: row.personId === me.id,
        isProgramOpen: takesArtists(program),
        hasReasons: true, // whoever declines writes them then
        seatsLeft: program.capacity - (seats.get(program.id) ?? 0),
      };
      return applicationView(row, {
        programName: program.name,
        personName: people.get(row.personId)?.name ?? '',
        enrollmentId: enrollments.find((one) => one.applicationId === row.id)?.id ?? null,
        available: available(applicationWorkflow, row.state, me, facts).filter(isPersonVerb),
      });
    });
  }
}
