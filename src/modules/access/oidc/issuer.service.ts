import { Injectable, Logger } from '@nestjs/common';
import * as openid from 'openid-client';
import { refusal } from '../../../kernel/refusal';
import { Settings } from '../../../platform/config/settings';
import { accessRefusals } from '../contract';
import { showsSecondFactor } from '../domain/second-factor-claims';

const SECONDS_TO_ANSWER = 10;

/** What was asked of the issuer and is awaited back. */
export interface Asked {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}

/** Whom the issuer knows the visitor as. */
export interface Known {
  readonly email: string;
  /** The issuer says so of a second factor, in a way that this installation believes. */
  readonly isStrong: boolean;
}

/** The conversation with the staff's OpenID Connect issuer: authorisation code with PKCE, state and nonce. */
@Injectable()
export class IssuerService {
  private readonly log = new Logger('oidc');
  private found: Promise<openid.Configuration> | undefined;

  constructor(private readonly settings: Settings) {}

  /** Where to send the browser, and what to remember of it. Refuses `no_oidc`, `oidc_failed`. */
  async ask(redirectUri: string): Promise<{ address: string; asked: Asked }> {
    const config = await this.configuration();
    const asked = {
      verifier: openid.randomPKCECodeVerifier(),
      state: openid.randomState(),
      nonce: openid.randomNonce(),
    };
    const address = openid.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: 'openid email',
      code_challenge: await openid.calculatePKCECodeChallenge(asked.verifier),
      code_challenge_method: 'S256',
      state: asked.state,
      nonce: asked.nonce,
    });
    return { address: address.href, asked };
  }

  /** Whom the answer is about; only an address that the issuer has verified counts. Refuses `oidc_failed`. */
  async answered(address: URL, { verifier, state, nonce }: Asked): Promise<Known> {
    const config = await this.configuration();
    try {
      const tokens = await openid.authorizationCodeGrant(config, address, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('the issuer sent no ID token');
      const person =
        typeof claims.email === 'string'
          ? claims
          : await openid.fetchUserInfo(config, tokens.access_token, claims.sub);
      if (typeof person.email !== 'string' || person.email_verified !== true)
        throw new Error('the issuer names no verified e-mail address');
      return { email: person.email, isStrong: showsSecondFactor(claims, this.settings.oidcSecondFactor) };
    } catch (error) {
      throw this.failed(error);
    }
  }

  /** Read once and kept; a failure is not kept. */
  private async configuration(): Promise<openid.Configuration> {
    const { oidcIssuer, oidcClientId = '', oidcClientSecret } = this.settings;
    if (oidcIssuer === undefined) throw refusal(accessRefusals, 'no_oidc');
    const isPlain = oidcIssuer.startsWith('http:'); // only on this machine: the settings refuse others
    this.found ??= openid.discovery(new URL(oidcIssuer), oidcClientId, oidcClientSecret, undefined, {
      timeout: SECONDS_TO_ANSWER,
      ...(isPlain ? { execute: [openid.allowInsecureRequests] } : {}),
    });
    try {
      return await this.found;
    } catch (error) {
      this.found = undefined;
      throw this.failed(error);
    }
  }

  private failed(error: unknown): Error {
    this.log.warn({ message: (error as Error).message });
    return refusal(accessRefusals, 'oidc_failed');
  }
}
