import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../../kernel/event';
import type { Tx } from '../../../platform/db/database';
import { On } from '../../../platform/outbox/listener.registry';
import { Outbox } from '../../../platform/outbox/outbox';
import {
  confidentialityLifted,
  termsPublished,
  type ConfidentialityLifted,
  type TermsPublished,
} from '../../program';
import { secrecyLifted, termsAsked } from '../contract';
import { EnrollmentRepository } from '../enrollment.repository';

/** What is published for a programme is told to each of its artists. */
@Injectable()
export class TermsListener {
  constructor(
    private readonly enrollments: EnrollmentRepository,
    private readonly outbox: Outbox,
  ) {}

  @On(termsPublished)
  async onTermsPublished(tx: Tx, { payload }: DomainEvent<TermsPublished>): Promise<void> {
    const { programId, version, effectiveAt, isMaterial } = payload;
    const told = await this.enrollments.listTold(tx, programId, ['active', 'paused', 'suspended']);
    for (const { id: enrollmentId, personId } of told) {
      await this.outbox.add(tx, termsAsked, {
        enrollmentId,
        programId,
        personId,
        version,
        effectiveAt,
        isMaterial,
      });
    }
  }

  /** Those who have left were bound as well. */
  @On(confidentialityLifted)
  async onConfidentialityLifted(tx: Tx, { payload }: DomainEvent<ConfidentialityLifted>): Promise<void> {
    const { programId, clauseId, title } = payload;
    const states = ['active', 'paused', 'suspended', 'offboarding', 'alumni'] as const;
    for (const { id: enrollmentId, personId } of await this.enrollments.listTold(tx, programId, states)) {
      await this.outbox.add(tx, secrecyLifted, { enrollmentId, programId, personId, clauseId, title });
    }
  }
}
