import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../kernel/event';
import type { Tx } from '../../platform/db/database';
import { On } from '../../platform/outbox/listener.registry';
import {
  emailVerified,
  type EmailVerified,
  linkIssued,
  type LinkIssued,
  personStopped,
  type PersonStopped,
  rolesChanged,
  type RolesChanged,
  securityChanged,
  type SecurityChanged,
  signUpRepeated,
  type SignUpRepeated,
  keyStopped,
  type KeyStopped,
} from '../access/contract';
import {
  accessExpiring,
  type AccessExpiring,
  applicationMoved,
  type ApplicationMoved,
  enrollmentMoved,
  type EnrollmentMoved,
  invitationMade,
  type InvitationMade,
  rulingMoved,
  type RulingMoved,
  secrecyLifted,
  type SecrecyLifted,
  termsAsked,
  type TermsAsked,
} from '../enrollment/contract';
import {
  webhookDisabled,
  webhookSecretLeaked,
  type WebhookDisabled,
  type WebhookSecretLeaked,
} from './contract';
import { NoticeService } from './notice.service';

/** Accounts, keys, and being in a programme. */
@Injectable()
export class AccountListener {
  constructor(private readonly notices: NoticeService) {}

  @On(emailVerified)
  async onEmailVerified(tx: Tx, event: DomainEvent<EmailVerified>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(linkIssued)
  async onLinkIssued(tx: Tx, event: DomainEvent<LinkIssued>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(securityChanged)
  async onSecurityChanged(tx: Tx, event: DomainEvent<SecurityChanged>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(signUpRepeated)
  async onSignUpRepeated(tx: Tx, event: DomainEvent<SignUpRepeated>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(rolesChanged)
  async onRolesChanged(tx: Tx, event: DomainEvent<RolesChanged>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(personStopped)
  async onPersonStopped(tx: Tx, event: DomainEvent<PersonStopped>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(keyStopped)
  async onKeyStopped(tx: Tx, event: DomainEvent<KeyStopped>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(applicationMoved)
  async onApplicationMoved(tx: Tx, event: DomainEvent<ApplicationMoved>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(enrollmentMoved)
  async onEnrollmentMoved(tx: Tx, event: DomainEvent<EnrollmentMoved>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(invitationMade)
  async onInvitationMade(tx: Tx, event: DomainEvent<InvitationMade>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(termsAsked)
  async onTermsAsked(tx: Tx, event: DomainEvent<TermsAsked>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(accessExpiring)
  async onAccessExpiring(tx: Tx, event: DomainEvent<AccessExpiring>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(secrecyLifted)
  async onSecrecyLifted(tx: Tx, event: DomainEvent<SecrecyLifted>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(rulingMoved)
  async onRulingMoved(tx: Tx, event: DomainEvent<RulingMoved>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(webhookDisabled)
  async onWebhookDisabled(tx: Tx, event: DomainEvent<WebhookDisabled>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(webhookSecretLeaked)
  async onWebhookSecretLeaked(tx: Tx, event: DomainEvent<WebhookSecretLeaked>): Promise<void> {
    await this.notices.tell(tx, event);
  }
}
