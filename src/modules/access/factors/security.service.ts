import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { isStaff } from '../domain/gate';
import { PersonRepository } from '../people/person.repository';
import { FactorRepository } from './factor.repository';
import { PasskeyRepository } from './passkey.repository';
import { passkeyView, type SecurityView } from './security.dto';

/** What protects an account, in one view. */
@Injectable()
export class SecurityService {
  constructor(
    private readonly people: PersonRepository,
    private readonly factors: FactorRepository,
    private readonly passkeys: PasskeyRepository,
  ) {}

  async view(me: Actor): Promise<SecurityView> {
    const [person, summary, passkeys] = await Promise.all([
      this.people.find(me.id),
      this.factors.summary(me.id),
      this.passkeys.list(me.id),
    ]);
    return {
      hasPassword: (person?.passwordHash ?? null) !== null,
      codeAppAt: summary.codeAppAt?.toISOString() ?? null,
      recoveryCodesLeft: summary.recoveryCodesLeft,
      passkeys: passkeys.map(passkeyView),
      isSecondFactorMandatory: isStaff(me.roles),
    };
  }
}
