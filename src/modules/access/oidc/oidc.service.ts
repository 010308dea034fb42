import { Injectable } from '@nestjs/common';
import { refusal } from '../../../kernel/refusal';
import type { Visit } from '../access.guard';
import { accessRefusals } from '../contract';
import { isStaff } from '../domain/gate';
import { normalEmail } from '../domain/password';
import { ChallengeRepository } from '../factors/challenge.repository';
import { PersonRepository } from '../people/person.repository';
import { AccountService } from '../proofs/account.service';
import { OpeningService, type Opened } from '../sessions/opening.service';
import { IssuerService, type Asked } from './issuer.service';

/** Only an address of this portal: `//elsewhere` and full addresses are not followed. */
const ownAddress = (next: string | undefined): string =>
  next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/';

/** Signing in through the staff's organisation: a verified address of somebody who is staff here, or invited to be. */
@Injectable()
export class OidcService {
  constructor(
    private readonly issuer: IssuerService,
    private readonly challenges: ChallengeRepository,
    private readonly people: PersonRepository,
    private readonly accounts: AccountService,
    private readonly opening: OpeningService,
  ) {}

  /** Where to send the browser; `ticket` is for a cookie, so that nobody else's answer is taken for this browser's. */
  async begin(redirectUri: string, next: string | undefined): Promise<{ address: string; ticket: string }> {
    const { address, asked } = await this.issuer.ask(redirectUri);
    const ticket = await this.challenges.put('oidc', { ...asked, next: ownAddress(next) }, null);
    return { address, ticket };
  }

  /** Opens the session and says where to go on. Refuses `oidc_failed`, `oidc_unknown`. */
  async end(
    address: URL,
    ticket: string | undefined,
    visit: Visit,
  ): Promise<{ opened: Opened; next: string }> {
    const asked = ticket === undefined ? null : await this.challenges.consume(ticket, 'oidc', null);
    if (asked === null) throw refusal(accessRefusals, 'oidc_failed');
    const { email, isStrong } = await this.issuer.answered(address, asked as unknown as Asked);
    const person = await this.people.findByEmail(normalEmail(email));
    if (person === null || person.deactivatedAt !== null || !isStaff(person.roles))
      throw refusal(accessRefusals, 'oidc_unknown');
    await this.accounts.knownByOrganisation(person);
    const opened = await this.opening.open(visit, person.id, 'oidc', isStrong);
    return { opened, next: ownAddress(asked.next) };
  }
}
