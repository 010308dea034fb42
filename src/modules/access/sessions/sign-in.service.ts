import { Injectable } from '@nestjs/common';
import { refusal } from '../../../kernel/refusal';
import type { Visit } from '../access.guard';
import { accessRefusals } from '../contract';
import { normalEmail } from '../domain/password';
import { networkOf } from '../domain/network';
import { CodeAppService } from '../factors/code-app.service';
import { WebAuthnService, type ProofAnswer, type Question } from '../factors/web-authn.service';
import { PersonRepository } from '../people/person.repository';
import { OpeningService, type Opened } from './opening.service';
import { ProvingService } from './proving.service';
import type { PasskeyProofBody, SignInBody } from './session.dto';

/** The ways in: password (with or without a code) and passkey. */
@Injectable()
export class SignInService {
  constructor(
    private readonly people: PersonRepository,
    private readonly proving: ProvingService,
    private readonly codeApps: CodeAppService,
    private readonly webAuthn: WebAuthnService,
    private readonly opening: OpeningService,
  ) {}

  /**
   * Refuses `bad_credentials` alike for an unknown address, a wrong password, a closed account, and one whose address
   * nobody has proved: or a sign-up and a sign-in together would tell whether there was an account. Without `code` the session of somebody with a second factor may do nothing but show it.
   */
  async byPassword({ email: typed, password, code }: SignInBody, visit: Visit): Promise<Opened> {
    const name = normalEmail(typed);
    const row = await this.people.findByEmail(name);
    const isOpen = row !== null && row.deactivatedAt === null && row.verifiedAt !== null;
    const known = isOpen ? row.id : null;
    const personId = await this.proving.password({ name, personId: known, address: visit.address }, password);
    if (code !== undefined)
      await this.proving.code(personId, visit.address, (tx) => this.codeApps.check(tx, personId, code));
    return this.opening.open(visit, personId, 'password', code !== undefined);
  }

  /** What to ask the browser's passkeys. Refuses `passkeys_need_name`. */
  async askPasskey(visit: Visit): Promise<Question> {
    return this.webAuthn.askToProve(visit);
  }

  /** A passkey is held and opened by finger, face or PIN: two factors at once. Refuses `passkey_refused`. */
  async byPasskey({ challengeId, response }: PasskeyProofBody, visit: Visit): Promise<Opened> {
    const personId = await this.webAuthn.proved(visit, challengeId, response as unknown as ProofAnswer);
    const row = await this.people.find(personId);
    if (row === null || row.deactivatedAt !== null) {
      await this.proving.refused(personId, 'passkey', networkOf(visit.address));
      throw refusal(accessRefusals, 'passkey_refused');
    }
    return this.opening.open(visit, personId, 'passkey', true);
  }
}
