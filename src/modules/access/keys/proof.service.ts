import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify, type JWK } from 'jose';
import { SECOND } from '../../../kernel/clock';
import { Refusal, refusal } from '../../../kernel/refusal';
import { Database } from '../../../platform/db/database';
import { accessRefusals } from '../contract';
import { NONCE_LASTS, Nonces } from './nonces.service';

/** Asymmetric only: a proof under a shared secret proves nothing. */
const ALGORITHMS = ['ES256', 'ES384', 'EdDSA', 'PS256', 'RS256'];
/** Seconds that a proof's clock may differ from ours; what bounds a proof's life is its nonce. */
const SKEW = 300;
/** Seconds that a used proof is remembered: longer than any nonce is good. */
const REMEMBERED = (2 * NONCE_LASTS) / SECOND + 10;

/**
 * Caller: ProofService.check, once for each call with a bound key.
 * Index: primary key (bound_to, jti).
 * Twice: that is what it is for: the second time there is no row.
 */
const USE_PROOF = `
  INSERT INTO access_key_proofs (bound_to, jti, expires_at) VALUES ($1, $2, now() + make_interval(secs => $3))
  ON CONFLICT DO NOTHING RETURNING jti`;

/** What a call must prove. */
export interface ProofOf {
  readonly proof: string | undefined;
  readonly method: string;
  /** Scheme, host and path; query and fragment do not count. */
  readonly address: string;
  readonly secret: string;
  readonly boundTo: string;
}

const wrong = (detail: string) => refusal(accessRefusals, 'proof_invalid', { detail });

const plain = (address: string): string | null => {
  try {
    const { protocol, host, pathname } = new URL(address);
    return `${protocol}//${host}${pathname}`;
  } catch {
    return null;
  }
};

/** Proofs of possession as of RFC 9449: the caller holds the private key that the API key is bound to, now and for this call. */
@Injectable()
export class ProofService {
  constructor(
    private readonly db: Database,
    private readonly nonces: Nonces,
  ) {}

  /** What the next proof must repeat. */
  nonce(): string {
    return this.nonces.now();
  }

  /** Refuses `proof_invalid` with what is wrong, and `use_dpop_nonce` with the nonce to use. A proof counts once, in whichever process it arrives. */
  async check({ proof, method, address, secret, boundTo }: ProofOf): Promise<void> {
    if (proof === undefined) throw wrong('There is no DPoP header with a proof.');
    const { claims, jwk } = await verified(proof);
    if ((await calculateJwkThumbprint(jwk)) !== boundTo)
      throw wrong('The proof was made with another key pair than this API key is bound to.');
    if (claims.htm !== method) throw wrong('htm is not the method of this call.');
    if (typeof claims.htu !== 'string' || plain(claims.htu) !== plain(address))
      throw wrong(`htu is not the address of this call, ${plain(address)}.`);
    if (claims.ath !== createHash('sha256').update(secret).digest('base64url'))
      throw wrong('ath is not the hash of this API key.');
    if (typeof claims.iat !== 'number' || Math.abs(Date.now() / 1_000 - claims.iat) > SKEW)
      throw wrong(`iat is more than ${SKEW} seconds away from now.`);
    if (typeof claims.jti !== 'string' || claims.jti.length < 8 || claims.jti.length > 200)
      throw wrong('jti must be of 8 to 200 characters.');
    if (!this.nonces.isGood(claims.nonce))
      throw refusal(accessRefusals, 'use_dpop_nonce', { nonce: this.nonce() });
    const isFirst = await this.db.tx((tx) => tx.query(USE_PROOF, [boundTo, claims.jti, REMEMBERED]));
    if (isFirst.length === 0) throw wrong('This proof was used before. Make a new one for each call.');
  }
}

async function verified(proof: string): Promise<{ claims: Record<string, unknown>; jwk: JWK }> {
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: ALGORITHMS,
      clockTolerance: SKEW,
    });
    if (protectedHeader.jwk === undefined) throw new Error('the proof names no public key');
    return { claims: payload, jwk: protectedHeader.jwk };
  } catch (error) {
    throw wrong(`The proof cannot be verified: ${(error as Error).message}.`);
  }
}

/** RFC 7638 thumbprint of a public key; `null`: it is none that a proof can be made with. */
export async function thumbprintOf(jwk: Readonly<Record<string, unknown>>): Promise<string | null> {
  if (!['EC', 'OKP', 'RSA'].includes(String(jwk.kty)) || jwk.d !== undefined) return null;
  return calculateJwkThumbprint(jwk as JWK).catch(() => null);
}

const ERRORS: Readonly<Record<string, string>> = {
  use_dpop_nonce: 'use_dpop_nonce',
  proof_invalid: 'invalid_dpop_proof',
  key_is_bound: 'invalid_token',
};

/** Headers that go with the refusal of a proof (RFC 9449 §7.1 and §9); `null`: it was not about one. */
export function challengeOf(error: unknown): Record<string, string> | null {
  if (!(error instanceof Refusal) || error.module !== accessRefusals.module) return null;
  const code = ERRORS[error.code];
  if (code === undefined) return null;
  const { nonce } = error.details;
  return {
    'www-authenticate': `DPoP error="${code}", algs="${ALGORITHMS.join(' ')}"`,
    ...(typeof nonce === 'string' && { 'dpop-nonce': nonce }),
  };
}
