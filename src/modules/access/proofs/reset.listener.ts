import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../../kernel/event';
import type { Tx } from '../../../platform/db/database';
import { On } from '../../../platform/outbox/listener.registry';
import { resetRequested, verificationAsked, type ResetRequested, type VerificationAsked } from '../contract';
import { PersonRepository } from '../people/person.repository';
import { LinkService } from './link.service';

/** Looks for the account of a forgotten password after the answer was given, so that its time tells nothing. */
@Injectable()
export class ResetListener {
  constructor(
    private readonly people: PersonRepository,
    private readonly links: LinkService,
  ) {}

  @On(resetRequested)
  async onResetRequested(tx: Tx, { payload }: DomainEvent<ResetRequested>): Promise<void> {
    const person = await this.people.findByEmail(payload.email, tx);
    if (person === null || person.deactivatedAt !== null) return;
    const isInvited = person.passwordHash === null && person.verifiedAt === null;
    await this.links.issue(tx, person, isInvited ? 'invitation' : 'reset', person.id);
  }

  @On(verificationAsked)
  async onVerificationAsked(tx: Tx, { payload }: DomainEvent<VerificationAsked>): Promise<void> {
    const person = await this.people.findByEmail(payload.email, tx);
    if (person === null || person.deactivatedAt !== null || person.verifiedAt !== null) return;
    await this.links.issue(
      tx,
      person,
      person.passwordHash === null ? 'invitation' : 'verification',
      person.id,
    );
  }
}
