import { Injectable } from '@nestjs/common';
import type { Role } from '../../../kernel/actor';
import type { DomainEvent } from '../../../kernel/event';
import type { Tx } from '../../../platform/db/database';
import { On } from '../../../platform/outbox/listener.registry';
import {
  incidentClosed,
  keyQuarantined,
  keyStopped,
  PeopleService,
  personStopped,
  type IncidentClosed,
  type KeyQuarantined,
  type KeyStopped,
  type PersonStopped,
} from '../../access';
import type { Party, Rule } from '../domain/statement';
import { StatementsService } from '../statements/statement.service';

const CONTAINMENT: Rule = {
  source: 'criterion',
  id: 'Containment of API keys',
  text:
    'A key that is, or seems to be, in wrong hands is stopped at once, and nothing else: its owner’s portal, other keys, ' +
    'credits, reviews and pay go on. It is never revived; its owner replaces it under Keys.',
};
const ACCOUNTS: Rule = {
  source: 'criterion',
  id: 'Closing of accounts',
  text: 'An account is closed by staff with a reason, and opened again by them. What was earned is paid in any case.',
};

const NEW_KEY =
  'Make a new key under Keys, which works at once. If the old one was never out of your hands, appeal: what was withheld comes back.';

/** Containment acts at once and cannot wait for words: the statement follows with its event. */
@Injectable()
export class KeyReasonsListener {
  constructor(
    private readonly statements: StatementsService,
    private readonly people: PeopleService,
  ) {}

  @On(keyQuarantined)
  async onKeyQuarantined(tx: Tx, { payload, at }: DomainEvent<KeyQuarantined>): Promise<void> {
    const { incidentId, keyId, personId, name, cause, reason, since, by } = payload;
    if (by === personId) return; // its owner’s own alarm
    const decidedBy = await this.partyOf(tx, by);
    const draft = {
      kind: 'key_quarantined' as const,
      subjectId: keyId,
      actId: incidentId,
      personId,
      programId: null,
      ground: 'security' as const,
      rule: CONTAINMENT,
      facts: `The key “${name}” was stopped. ${reason}. What it did since ${since} is suspect.`,
      remedy: NEW_KEY,
      isFoundBySoftware: decidedBy.id === 'system',
      automation: decidedBy.id === 'system' ? ('fully' as const) : ('none' as const),
      source: cause === 'signals' || cause === 'manager' ? ('own' as const) : ('other' as const),
      decidedBy,
      snapshot: { key: name, cause, since },
    };
    await this.statements.issue(tx, draft, at);
  }

  /** Stopped by staff for ever; what its owner stopped, what ran out and what lay in quarantine before has none. */
  @On(keyStopped)
  async onKeyStopped(tx: Tx, { payload, at }: DomainEvent<KeyStopped>): Promise<void> {
    const { keyId, personId, name, reason, by } = payload;
    if (by === personId || by === 'system') return;
    if ((await this.statements.latest(keyId, ['key_quarantined'], tx)) !== null) return;
    const draft = {
      kind: 'key_revoked' as const,
      subjectId: keyId,
      actId: 'revoke',
      personId,
      programId: null,
      ground: 'security' as const,
      rule: CONTAINMENT,
      facts: `The key “${name}” was stopped by staff of the programme. They wrote: “${reason}”`,
      remedy: NEW_KEY,
      decidedBy: await this.partyOf(tx, by),
      snapshot: { key: name },
    };
    await this.statements.issue(tx, draft, at);
  }

  /** It was its owner all along: nothing was wrong, and the statement is over. */
  @On(incidentClosed)
  async onIncidentClosed(tx: Tx, { payload }: DomainEvent<IncidentClosed>): Promise<void> {
    if (payload.keyId === null || payload.verdict !== 'dismissed') return;
    await this.statements.end(tx, payload.keyId, ['key_quarantined']);
  }

  @On(personStopped)
  async onPersonStopped(tx: Tx, { id, payload, at }: DomainEvent<PersonStopped>): Promise<void> {
    const { personId, isActive, reason, by } = payload;
    if (isActive) return this.statements.end(tx, personId, ['account_closed']);
    const person = await this.people.find(personId, tx);
    if (by === personId || person === null || !person.roles.includes('artist')) return;
    const draft = {
      kind: 'account_closed' as const,
      subjectId: personId,
      actId: id,
      personId,
      programId: null,
      ground: 'terms' as const,
      rule: ACCOUNTS,
      facts: `The account was closed by staff of the programme. They wrote: “${reason}”`,
      remedy:
        'Answer the mail that told you: staff open the account again, and read an appeal that reaches them so.',
      decidedBy: await this.partyOf(tx, by),
    };
    await this.statements.issue(tx, draft, at);
  }

  private async partyOf(tx: Tx, id: string): Promise<Party> {
    if (id === 'system') return { id, role: 'system' };
    const roles = (await this.people.find(id, tx))?.roles ?? [];
    const order: readonly Role[] = ['admin', 'manager', 'reviewer', 'finance'];
    return { id, role: order.find((role) => roles.includes(role)) ?? 'manager' };
  }
}
