import { Injectable, Logger } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { refusal } from '../../../kernel/refusal';
import { Settings } from '../../../platform/config/settings';
import { Database } from '../../../platform/db/database';
import type { Visit } from '../access.guard';
import { accessRefusals } from '../contract';
import { relyingParty, type RelyingParty } from '../domain/relying-party';
import { PeopleService } from '../people/people.service';
import { ChallengeRepository } from './challenge.repository';
import { PasskeyRepository, type PasskeyRow } from './passkey.repository';

export type RegistrationAnswer = RegistrationResponseJSON;
export type ProofAnswer = AuthenticationResponseJSON;

/** Options for the browser, and the name under which the answer is awaited. */
export interface Question {
  readonly challengeId: string;
  readonly options: object;
}

type Made = Omit<PasskeyRow, 'id' | 'personId' | 'name' | 'createdAt' | 'lastUsedAt'>;

/** The conversation with browsers about passkeys (WebAuthn). Finger, face or PIN are always asked for. */
@Injectable()
export class WebAuthnService {
  private readonly log = new Logger('passkeys');

  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
    private readonly challenges: ChallengeRepository,
    private readonly passkeys: PasskeyRepository,
    private readonly people: PeopleService,
  ) {}

  /** What a browser is asked to make. Refuses `passkeys_need_name`. */
  async askToRegister({ me, host }: Visit): Promise<Question> {
    const { id: rpID } = this.party(host);
    const person = await this.people.find(me.id);
    const known = await this.passkeys.list(me.id);
    const options = await generateRegistrationOptions({
      rpName: 'Atelier',
      rpID,
      userName: person?.email ?? me.id,
      userDisplayName: person?.name ?? me.id,
      userID: new Uint8Array(Buffer.from(me.id)),
      excludeCredentials: known.map(({ credentialId, transports }) => ({
        id: credentialId,
        transports: transports as AuthenticatorTransport[],
      })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const content = { challenge: options.challenge };
    return { challengeId: await this.challenges.put('passkey_register', content, me.id), options };
  }

  /** What the browser made, verified. Refuses `passkey_refused`. */
  async registered({ me, host }: Visit, challengeId: string, response: RegistrationAnswer): Promise<Made> {
    const { id: expectedRPID, origin: expectedOrigin } = this.party(host);
    const asked = await this.challenges.consume(challengeId, 'passkey_register', me.id);
    if (asked === null) throw refusal(accessRefusals, 'passkey_refused');
    const expectedChallenge = asked.challenge ?? '';
    const { verified, registrationInfo: info } = await this.trusted(() =>
      verifyRegistrationResponse({ response, expectedChallenge, expectedOrigin, expectedRPID }),
    );
    if (!verified || info === undefined) throw refusal(accessRefusals, 'passkey_refused');
    const { id, publicKey, counter, transports = [] } = info.credential;
    return {
      credentialId: id,
      publicKey: Buffer.from(publicKey),
      counter,
      transports,
      isSynced: info.credentialBackedUp,
    };
  }

  /** What a browser is asked to prove; it may know whom, and shows only passkeys of this installation. Refuses `passkeys_need_name`. */
  async askToProve({ host }: Pick<Visit, 'host'>): Promise<Question> {
    const options = await generateAuthenticationOptions({
      rpID: this.party(host).id,
      userVerification: 'required',
    });
    const content = { challenge: options.challenge };
    return { challengeId: await this.challenges.put('passkey_prove', content, null), options };
  }

  /** Whose passkey answered. Refuses `passkey_refused`. */
  async proved({ host }: Pick<Visit, 'host'>, challengeId: string, response: ProofAnswer): Promise<string> {
    const { id: expectedRPID, origin: expectedOrigin } = this.party(host);
    const asked = await this.challenges.consume(challengeId, 'passkey_prove', null);
    const passkey = await this.passkeys.findByCredential(response.id);
    if (asked === null || passkey === null) throw refusal(accessRefusals, 'passkey_refused');
    const { credentialId: id, publicKey, counter } = passkey;
    const { verified, authenticationInfo } = await this.trusted(() =>
      verifyAuthenticationResponse({
        response,
        expectedChallenge: asked.challenge ?? '',
        expectedOrigin,
        expectedRPID,
        credential: { id, publicKey: new Uint8Array(publicKey), counter },
        requireUserVerification: true,
      }),
    );
    const isUsed =
      verified &&
      (await this.db.tx((tx) => this.passkeys.use(tx, passkey.id, counter, authenticationInfo.newCounter)));
    if (!isUsed) throw refusal(accessRefusals, 'passkey_refused');
    return passkey.personId;
  }

  private party(host: string): RelyingParty {
    const party = relyingParty(this.settings.publicUrl, host);
    if (party === null) throw refusal(accessRefusals, 'passkeys_need_name');
    return party;
  }

  /** The library throws at whatever is not as it must be: to the browser that is one refusal, the reason is for the log. */
  private async trusted<T>(verify: () => Promise<T>): Promise<T> {
    try {
      return await verify();
    } catch (error) {
      this.log.warn({ message: (error as Error).message });
      throw refusal(accessRefusals, 'passkey_refused');
    }
  }
}
