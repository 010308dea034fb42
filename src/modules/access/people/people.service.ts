import { Injectable } from '@nestjs/common';
import { PUBLIC, type Actor, type Role } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { accessRefusals, personCreated, signUpRepeated, type PersonCard } from '../contract';
import { ungrantable } from '../domain/grants';
import { normalEmail } from '../domain/password';
import { LinkService } from '../proofs/link.service';
import { PasswordService } from './password.service';
import type { PersonEntity } from './person.entity';
import { PersonRepository, type PersonRow, type PersonState } from './person.repository';

export interface PersonDraft {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly roles: readonly Role[];
}

export interface PeopleQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly role?: Role | undefined;
  readonly state?: PersonState | undefined;
  readonly text?: string | undefined;
}

type NewAccount = Omit<PersonDraft, 'password'> & {
  readonly passwordHash: string | null;
  readonly isVerified: boolean;
};

const cardOf = ({ id, name, email, roles }: PersonEntity): PersonCard => ({ id, name, email, roles });

/** Accounts: who exists, with which roles. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly db: Database,
    private readonly people: PersonRepository,
    private readonly passwords: PasswordService,
    private readonly links: LinkService,
    private readonly outbox: Outbox,
  ) {}

  /**
   * An artist signs up; nobody can sign in before the link in the mail was opened. Whether there is such an account is
   * told to nobody but whoever reads its mails: they get the link once more, with what was typed last, or hear that
   * somebody tried. Refuses `weak_password`.
   */
  async signUp(draft: Omit<PersonDraft, 'roles'>, network: string): Promise<void> {
    const passwordHash = await this.passwords.hash(draft.password, draft);
    const person = { ...draft, roles: ['artist'] as const, passwordHash, isVerified: false };
    await this.db.tx(async (tx) => {
      const card = await this.add(tx, person, PUBLIC);
      if (card !== null) return this.links.issue(tx, { ...card, roles: [...card.roles] }, 'verification', PUBLIC.id); // prettier-ignore
      const known = await this.people.findByEmail(normalEmail(draft.email), tx);
      if (known === null || known.deactivatedAt !== null) return;
      const isOpen = known.verifiedAt === null && known.passwordHash !== null;
      if (!isOpen) return this.outbox.add(tx, signUpRepeated, { personId: known.id, network });
      await this.people.setPassword(tx, known.id, passwordHash);
      await this.people.setName(tx, known.id, draft.name.trim());
      await this.links.issue(tx, known, 'verification', PUBLIC.id);
    });
  }

  /**
   * An account as part of a larger transaction, for filling a new installation: its address counts as verified. Refuses
   * `role_not_yours`, `weak_password` and `email_taken`.
   */
  async create(tx: Tx, draft: PersonDraft, actor: Actor): Promise<PersonCard> {
    this.checkRoles(draft.roles, actor);
    const passwordHash = await this.passwords.hash(draft.password, draft);
    return this.insert(tx, { ...draft, passwordHash, isVerified: true }, actor);
  }

  /**
   * Invites somebody: an account with these roles that nobody can open but whoever reads the mail. Refuses
   * `role_not_yours`, `admin_needs_two` and `email_taken`.
   */
  async invite(draft: Omit<PersonDraft, 'password'>, me: Actor): Promise<PersonCard> {
    if (draft.roles.includes('admin')) throw refusal(accessRefusals, 'admin_needs_two');
    this.checkRoles(draft.roles, me);
    return this.db.tx(async (tx) => {
      const card = await this.insert(tx, { ...draft, passwordHash: null, isVerified: false }, me);
      await this.links.issue(tx, { ...card, roles: [...card.roles] }, 'invitation', me.id);
      return card;
    });
  }

  /** Inside of a transaction hand over `tx`. */
  async find(id: string, tx?: Tx): Promise<PersonCard | null> {
    const row = await this.people.find(id, tx);
    return row === null ? null : cardOf(row);
  }

  /** Cards by id; unknown ids are missing from the map. Inside of a transaction hand over `tx`. */
  async cards(ids: readonly string[], tx?: Tx): Promise<Map<string, PersonCard>> {
    const rows = await this.people.listByIds([...new Set(ids)], tx);
    return new Map(rows.map((row) => [row.id, cardOf(row)]));
  }

  /** Everybody, newest first. */
  async list({ cursor, limit, ...filter }: PeopleQuery): Promise<Page<PersonRow>> {
    const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    const rows = await this.people.list(before, limit + 1, filter);
    return toPage(
      rows,
      limit,
      (row) => [row.id],
      (row) => row,
    );
  }

  async findByEmail(email: string): Promise<PersonCard | null> {
    const row = await this.people.findByEmail(normalEmail(email));
    return row === null ? null : cardOf(row);
  }

  private checkRoles(roles: readonly Role[], actor: Actor): void {
    const role = ungrantable(actor, roles);
    if (role !== null) throw refusal(accessRefusals, 'role_not_yours', { role });
  }

  private async insert(tx: Tx, draft: NewAccount, actor: Actor): Promise<PersonCard> {
    const card = await this.add(tx, draft, actor);
    if (card === null) throw refusal(accessRefusals, 'email_taken');
    return card;
  }

  /** `null`: there is an account with this address. */
  private async add(tx: Tx, draft: NewAccount, actor: Actor): Promise<PersonCard | null> {
    const card: PersonCard = {
      id: newId('per'),
      name: draft.name.trim(),
      email: normalEmail(draft.email),
      roles: [...new Set(draft.roles)],
    };
    const { passwordHash, isVerified } = draft;
    const isNew = await this.people.insert(tx, { ...card, passwordHash, isVerified });
    if (!isNew) return null;
    const { id: personId, email, name, roles } = card;
    await this.outbox.add(tx, personCreated, { personId, email, name, roles, by: actor.id });
    return card;
  }
}
