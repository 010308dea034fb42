import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { accessRefusals, linkIssued } from '../contract';
import { LINK_HOURS, LINK_KINDS, type LinkKind } from '../domain/links';
import type { PersonEntity } from '../people/person.entity';
import { PersonRepository } from '../people/person.repository';
import { MailTokens } from './mail-tokens.service';
import { ProofRepository } from './proof.repository';

/** Links in mails that prove who reads them: used once, for a while, the newest of a kind only. */
@Injectable()
export class LinkService {
  constructor(
    private readonly proofs: ProofRepository,
    private readonly people: PersonRepository,
    private readonly tokens: MailTokens,
    private readonly outbox: Outbox,
  ) {}

  /** Sends a link of this kind; an earlier one stops working. */
  async issue(
    tx: Tx,
    { id: personId, roles }: Pick<PersonEntity, 'id' | 'roles'>,
    kind: LinkKind,
    by: string,
  ): Promise<void> {
    await this.proofs.end(tx, personId, [kind]);
    const id = newId('prf');
    const tokenHash = this.tokens.hash(this.tokens.tokenOf(id));
    await this.proofs.insert(tx, { id, personId, kind, tokenHash, hours: LINK_HOURS[kind] });
    await this.outbox.add(tx, linkIssued, { personId, proofId: id, kind, roles, by });
  }

  /** Whose live link this is, and until when. Refuses `link_dead`. */
  async look(token: string, kind: LinkKind): Promise<{ person: PersonEntity; expiresAt: Date }> {
    const proof = await this.proofs.find(this.tokens.hash(token), kind);
    const person = proof === null ? null : await this.people.find(proof.personId);
    if (proof === null || person === null || person.deactivatedAt !== null)
      throw refusal(accessRefusals, 'link_dead');
    return { person, expiresAt: proof.expiresAt };
  }

  /** Uses the link up. Refuses `link_dead`. */
  async consume(tx: Tx, token: string, kind: LinkKind): Promise<PersonEntity> {
    const personId = await this.proofs.consume(tx, this.tokens.hash(token), kind);
    const person = personId === null ? null : await this.people.find(personId, tx);
    if (person === null || person.deactivatedAt !== null) throw refusal(accessRefusals, 'link_dead');
    return person;
  }

  /** Ends every open link of a person. */
  async endAll(tx: Tx, personId: string): Promise<void> {
    await this.proofs.end(tx, personId, LINK_KINDS);
  }
}
