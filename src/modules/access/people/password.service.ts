import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { accessRefusals } from '../contract';
import { passwordFault } from '../domain/password';
import { PersonRepository } from './person.repository';

/** Passwords: checked, kept as argon2id (19 MiB, two passes), compared. */
@Injectable()
export class PasswordService {
  /** Hash of nothing anybody types: signing in to an unknown address takes as long as to a known one. */
  private decoy: Promise<string> | undefined;

  constructor(private readonly people: PersonRepository) {}

  /** What is stored of a new password. Slow: call it before a transaction opens. Refuses `weak_password`. */
  async hash(password: string, person: { readonly email: string; readonly name: string }): Promise<string> {
    const fault = passwordFault(password, person);
    if (fault !== null) throw refusal(accessRefusals, 'weak_password', { detail: fault });
    return hash(password);
  }

  /** Whether the password is that of the person; `null` (nobody, or nobody with a password) takes as long and is never right. */
  async isRight(personId: string | null, password: string): Promise<boolean> {
    const row = personId === null ? null : await this.people.find(personId);
    this.decoy ??= hash(newId('none'));
    const stored = row?.passwordHash ?? null;
    const isRight = await verify(stored ?? (await this.decoy), password);
    return isRight && stored !== null;
  }
}
