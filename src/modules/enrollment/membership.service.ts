import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { decodeCursor, toPage, type Page } from '../../kernel/page';
import { refusal } from '../../kernel/refusal';
import { available, decide, refusedMove } from '../../kernel/workflow';
import { Database } from '../../platform/db/database';
import { may, PeopleService } from '../access';
import { ProgramService, type Terms } from '../program';
import type { ConsentBody, EnrollmentTermsView } from './consent.dto';
import { enrollmentRefusals, type EnrollmentState } from './contract';
import {
  enrollmentWorkflow,
  leavesAt,
  moveOf,
  type EnrollmentFacts,
  type EnrollmentVerb,
} from './domain/enrollment.workflow';
import {
  ENROLLMENT_BUTTONS,
  enrollmentView,
  type EnrollmentButton,
  type EnrollmentListQuery,
  type EnrollmentVerbBody,
  type EnrollmentView,
} from './enrollment.dto';
import type { EnrollmentEntity } from './enrollment.entity';
import { EnrollmentRepository } from './enrollment.repository';
import { MoveService } from './moves.service';
import { StandingService, type Origin } from './terms/standing.service';

const isButton = (verb: string): verb is EnrollmentButton =>
  (ENROLLMENT_BUTTONS as readonly string[]).includes(verb);

/** The ways to stay are one button. */
const buttonsOf = (verbs: readonly string[]): EnrollmentButton[] => [
  ...new Set(verbs.map((verb) => (verb.startsWith('stay') ? 'stay' : verb)).filter(isButton)),
];

const staysFrom = ({ leftFrom, leavesAt: until }: EnrollmentEntity, now: Date): EnrollmentState | null =>
  until !== null && until > now ? leftFrom : null;

/** States in which an artist may accept newer terms without moving. */
const RE_CONSENTS = ['active', 'paused', 'suspended'];

/** Being in: terms and consent, pausing and leaving. */
@Injectable()
export class MembershipService {
  constructor(
    private readonly db: Database,
    private readonly enrollments: EnrollmentRepository,
    private readonly standing: StandingService,
    private readonly moves: MoveService,
    private readonly programs: ProgramService,
    private readonly people: PeopleService,
  ) {}

  /** Newest first: the own ones, or everybody's for managers. */
  async list(me: Actor, query: EnrollmentListQuery): Promise<Page<EnrollmentView>> {
    const { cursor, limit, state, programId, cohortId } = query;
    const before = cursor === undefined ? undefined : String(decodeCursor(cursor, 1)[0]);
    const personId = may(me, 'enrollment.manage') ? undefined : me.id;
    const rows = await this.enrollments.list({ personId, state, programId, cohortId, before }, limit + 1);
    const views = new Map((await this.views(me, rows)).map((view) => [view.id, view]));
    return toPage(
      rows,
      limit,
      (row) => [row.id],
      (row) => views.get(row.id) as EnrollmentView,
    );
  }

  /** The own one, or any for managers. Somebody else's is `not_found`. */
  async get(me: Actor, id: string): Promise<EnrollmentView> {
    const [view] = await this.views(me, [await this.visible(me, id)]);
    return view as EnrollmentView;
  }

  /** The newest terms, what was accepted, what governs, what changed, and the obligations card. */
  async terms(me: Actor, id: string): Promise<EnrollmentTermsView> {
    return this.standing.reading(await this.visible(me, id));
  }

  /**
   * Accepts the newest terms and, the first time, makes the enrollment active in the same transaction. Refuses
   * `terms_outdated` with the newest id and hash. A repeat changes nothing; newer terms add a consent, no move.
   */
  async consent(me: Actor, id: string, body: ConsentBody, origin: Origin): Promise<EnrollmentView> {
    await this.visible(me, id);
    await this.db.tx(async (tx) => {
      const row = await this.enrollments.lock(tx, id);
      const terms = await this.standing.asked(row.programId, tx);
      const isCurrent = body.termsId === terms.id && body.hash === terms.hash;
      const facts = { isOwn: row.personId === me.id, isCurrent, hasStatement: false, leftFrom: null };
      const decision = decide(enrollmentWorkflow, row.state, 'consent', me, facts);
      const isLater = facts.isOwn && RE_CONSENTS.includes(row.state);
      if (decision.kind === 'refused' && !isLater) throw this.refusedConsent(decision.code, row.state, terms);
      if (!isCurrent) throw this.refusedConsent('terms_outdated', row.state, terms);
      await this.standing.keep(tx, row, terms, origin);
      if (decision.kind !== 'move') return;
      const note = { termsId: terms.id, version: terms.version, hash: terms.hash };
      await this.moves.moveEnrollment(tx, me, { row, verb: 'consent', to: decision.to, note });
    });
    return this.get(me, id);
  }

  /** Pauses, resumes, leaves, and stays after all while that is possible. */
  async act(me: Actor, id: string, verb: EnrollmentVerb, body: EnrollmentVerbBody): Promise<EnrollmentView> {
    await this.visible(me, id);
    const now = new Date();
    await this.db.tx(async (tx) => {
      const row = await this.enrollments.lock(tx, id);
      const facts = {
        isOwn: row.personId === me.id,
        isCurrent: false,
        hasStatement: false,
        leftFrom: staysFrom(row, now),
      };
      const move = moveOf(verb, row.leftFrom);
      const decision = decide(enrollmentWorkflow, row.state, move, me, facts);
      if (decision.kind === 'already') return;
      if (decision.kind === 'refused') {
        throw refusedMove(enrollmentRefusals, decision.code, enrollmentWorkflow, row.state, verb);
      }
      const note = body.note === undefined ? {} : { note: body.note };
      await this.moves.moveEnrollment(tx, me, { row, verb, to: decision.to, note });
      if (verb === 'leave') await this.enrollments.setLeaving(tx, id, row.state, leavesAt(row.state, now));
      if (verb === 'stay') await this.enrollments.setLeaving(tx, id, null, null);
      if (row.state === 'suspended') await this.enrollments.setSuspension(tx, id, null);
    });
    return this.get(me, id);
  }

  private async visible(me: Actor, id: string): Promise<EnrollmentEntity> {
    const row = await this.enrollments.get(id);
    if (row.personId !== me.id && !may(me, 'enrollment.manage'))
      throw refusal(enrollmentRefusals, 'not_found');
    return row;
  }

  private refusedConsent(code: string, state: string, { id, version, hash }: Terms): Error {
    return code === 'terms_outdated'
      ? refusal(enrollmentRefusals, code, { termsId: id, version, hash })
      : refusedMove(enrollmentRefusals, code, enrollmentWorkflow, state, 'consent');
  }

  private async views(me: Actor, rows: readonly EnrollmentEntity[]): Promise<EnrollmentView[]> {
    const [programs, people, consents] = await Promise.all([
      this.programs.cards(rows.map(({ programId }) => programId)),
      this.people.cards(rows.map(({ personId }) => personId)),
      this.standing.accepted(rows.map(({ id }) => id)),
    ]);
    const now = new Date();
    return rows.map((row) => {
      // What the caller will send with the verb is taken as given: the buttons show what is possible now.
      const facts: EnrollmentFacts = {
        isOwn: row.personId === me.id,
        isCurrent: true,
        hasStatement: true,
        leftFrom: staysFrom(row, now),
      };
      return enrollmentView(row, {
        programName: programs.get(row.programId)?.name ?? '',
        personName: people.get(row.personId)?.name ?? '',
        consent: consents.get(row.id),
        endsAt: programs.get(row.programId)?.endsAt ?? null,
        available: buttonsOf(available(enrollmentWorkflow, row.state, me, facts)),
      });
    });
  }
}
