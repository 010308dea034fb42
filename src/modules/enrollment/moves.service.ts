import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { newId } from '../../kernel/id';
import { refusedMove } from '../../kernel/workflow';
import type { Tx } from '../../platform/db/database';
import { Outbox } from '../../platform/outbox/outbox';
import { AuditService } from '../audit';
import type { ApplicationEntity } from './applications/application.entity';
import { ApplicationRepository } from './applications/application.repository';
import {
  applicationMoved,
  enrollmentMoved,
  enrollmentRefusals,
  type ApplicationState,
  type EnrollmentState,
} from './contract';
import { applicationWorkflow } from './domain/application.workflow';
import { enrollmentWorkflow } from './domain/enrollment.workflow';
import type { EnrollmentEntity } from './enrollment.entity';
import { EnrollmentRepository } from './enrollment.repository';

/** One decided step: the row as it was read under its lock, and where it goes. */
export interface Step<R, S extends string> {
  readonly row: R;
  readonly verb: string;
  readonly to: S;
  readonly note?: Readonly<Record<string, unknown>>;
}

/** What every step of this module leaves behind: the moved row with its history, an audit entry, an event. */
@Injectable()
export class MoveService {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly enrollments: EnrollmentRepository,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  async moveApplication(
    tx: Tx,
    actor: Actor,
    {
      row,
      verb,
      to,
      note,
    }: Step<Pick<ApplicationEntity, 'id' | 'programId' | 'personId' | 'state'>, ApplicationState>,
  ): Promise<void> {
    const { id, programId, personId, state: from } = row;
    const isMoved = await this.applications.move(tx, { id, verb, from, to, actor, ...(note && { note }) });
    if (!isMoved) throw refusedMove(enrollmentRefusals, 'wrong_state', applicationWorkflow, from, verb);
    await this.audit.record(tx, actor, `application.${verb}`, id, { from, to });
    await this.outbox.add(tx, applicationMoved, { applicationId: id, programId, personId, verb, from, to });
  }

  async moveEnrollment(
    tx: Tx,
    actor: Actor,
    { row, verb, to, note }: Step<EnrollmentEntity, EnrollmentState>,
  ): Promise<void> {
    const { id, programId, personId, state: from } = row;
    const isMoved = await this.enrollments.move(tx, { id, verb, from, to, actor, ...(note && { note }) });
    if (!isMoved) throw refusedMove(enrollmentRefusals, 'wrong_state', enrollmentWorkflow, from, verb);
    await this.audit.record(tx, actor, `enrollment.${verb}`, id, { from, to, ...note });
    await this.outbox.add(tx, enrollmentMoved, { enrollmentId: id, programId, personId, verb, from, to });
  }

  /** The enrollment of an invited artist, in the transaction of the invitation: its id. */
  async openEnrollment(tx: Tx, actor: Actor, application: ApplicationEntity): Promise<string> {
    const { id: applicationId, programId, personId } = application;
    const enrollmentId = newId('enr');
    const to = enrollmentWorkflow.initial;
    await this.enrollments.insert(tx, { id: enrollmentId, applicationId, programId, personId, state: to });
    await this.audit.record(tx, actor, 'enrollment.invite', enrollmentId, { applicationId });
    await this.outbox.add(tx, enrollmentMoved, {
      enrollmentId,
      programId,
      personId,
      verb: 'invite',
      from: null,
      to,
    });
    return enrollmentId;
  }
}
