import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '../../kernel/actor';
import { newId } from '../../kernel/id';
import { decodeCursor, toPage, type Page } from '../../kernel/page';
import { refusal } from '../../kernel/refusal';
import { Database, type Tx } from '../../platform/db/database';
import { Outbox } from '../../platform/outbox/outbox';
import { accessRefusals, personCreated, type PersonCard } from './contract';
import { ungrantable } from './domain/grants';
import { normalEmail, passwordFault } from './domain/password';
import type { PersonEntity } from './person.entity';
import { PersonRepository } from './person.repository';

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
}

const cardOf = ({ id, name, email, roles }: PersonEntity): PersonCard => ({ id, name, email, roles });

/** Accounts: who exists, with which roles. Passwords are kept as argon2id (19 MiB, two passes). */
@Injectable()
export class PeopleService {
  /** Hash of nothing anybody types: signing in to an unknown address takes as long as to a known one. */
  private decoy: Promise<string> | undefined;

  constructor(
    private readonly db: Database,
    private readonly people: PersonRepository,
    private readonly outbox: Outbox,
  ) {}

  /** An account in a transaction of its own; the slow hash is made before it opens. Errors as `create`. */
  async register(draft: PersonDraft, actor: Actor): Promise<PersonCard> {
    this.check(draft, actor);
    const passwordHash = await hash(draft.password);
    return this.db.tx((tx) => this.insert(tx, draft, passwordHash, actor));
  }

  /**
   * An account as part of a larger transaction, for filling a new installation. Refuses `role_not_yours`,
   * `weak_password` and `email_taken`.
   */
  async create(tx: Tx, draft: PersonDraft, actor: Actor): Promise<PersonCard> {
    this.check(draft, actor);
    return this.insert(tx, draft, await hash(draft.password), actor);
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
  async list({ cursor, limit, role }: PeopleQuery): Promise<Page<PersonEntity>> {
    const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    const rows = await this.people.list(before, limit + 1, role ?? null);
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

  /** Whether the password is that of the person; `null` (nobody) takes as long and is never right. */
  async hasPassword(person: PersonCard | null, password: string): Promise<boolean> {
    const row = person === null ? null : await this.people.find(person.id);
    this.decoy ??= hash(newId('none'));
    const isRight = await verify(row?.passwordHash ?? (await this.decoy), password);
    return isRight && row !== null;
  }

  private check({ password, email, name, roles }: PersonDraft, actor: Actor): void {
    const role = ungrantable(actor, roles);
    if (role !== null) throw refusal(accessRefusals, 'role_not_yours', { role });
    const fault = passwordFault(password, { email, name });
    if (fault !== null) throw refusal(accessRefusals, 'weak_password', { detail: fault });
  }

  private async insert(tx: Tx, draft: PersonDraft, passwordHash: string, actor: Actor): Promise<PersonCard> {
    const card: PersonCard = {
      id: newId('per'),
      name: draft.name.trim(),
      email: normalEmail(draft.email),
      roles: [...new Set(draft.roles)],
    };
    const isNew = await this.people.insert(tx, { ...card, roles: [...card.roles], passwordHash });
    if (!isNew) throw refusal(accessRefusals, 'email_taken');
    const { id: personId, email, name, roles } = card;
    await this.outbox.add(tx, personCreated, { personId, email, name, roles, by: actor.id });
    return card;
  }
}
