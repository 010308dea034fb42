import { Injectable } from '@nestjs/common';
import { PUBLIC } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { accessRefusals, proofRefused, type ProofRefused } from '../contract';
import { networkOf } from '../domain/network';
import { PasswordService } from '../people/password.service';
import { SessionRepository } from './session.repository';
import { SignInPolicy } from './sign-in.policy';

/** Looks at passwords and codes in one way: count the try, look, then forgive it or note the refusal. */
@Injectable()
export class ProvingService {
  constructor(
    private readonly db: Database,
    private readonly sessions: SessionRepository,
    private readonly passwords: PasswordService,
    private readonly policy: SignInPolicy,
    private readonly outbox: Outbox,
  ) {}

  /**
   * A password for the account of `name`, whether there is one (`personId`) or not: both take as long and leave the
   * same trace. Refuses `bad_credentials` and `too_many_attempts`.
   */
  async password(
    { name, personId, address }: { name: string; personId: string | null; address: string },
    password: string,
  ): Promise<string> {
    const attempt = { name, network: networkOf(address) };
    await this.policy.admit(attempt, () => this.isKnown(personId, attempt.network));
    if (!(await this.passwords.isRight(personId, password)) || personId === null) {
      await this.refused(personId, 'password', attempt.network);
      throw refusal(accessRefusals, 'bad_credentials');
    }
    await this.policy.forgive(attempt);
    return personId;
  }

  /** A code of a known person, looked at by `isRight` in its transaction. Refuses `proof_wrong` and `too_many_attempts`. */
  async code(personId: string, address: string, isRight: (tx: Tx) => Promise<boolean>): Promise<void> {
    const attempt = { name: personId, network: networkOf(address) };
    await this.policy.admitCode(attempt, () => this.isKnown(personId, attempt.network));
    if (!(await this.db.tx(isRight))) {
      await this.refused(personId, 'code', attempt.network);
      throw refusal(accessRefusals, 'proof_wrong');
    }
    await this.policy.forgiveCode(attempt);
  }

  /** Notes that somebody could not prove to be who they said; `null`: nobody we know. */
  async refused(personId: string | null, what: ProofRefused['what'], network: string): Promise<void> {
    await this.db.tx((tx) =>
      this.outbox.add(tx, proofRefused, { personId: personId ?? PUBLIC.id, what, network }),
    );
  }

  private async isKnown(personId: string | null, network: string): Promise<boolean> {
    return personId !== null && this.sessions.isKnownNetwork(personId, network);
  }
}
