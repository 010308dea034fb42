import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a signed address of a file on disk allows, to whoever holds it, until `until` (seconds since 1970). */
export type LinkGrant =
  | {
      readonly may: 'get';
      readonly key: string;
      readonly until: number;
      readonly fileName: string;
      readonly isDownload: boolean;
    }
  | {
      readonly may: 'put';
      readonly key: string;
      readonly until: number;
      readonly bytes: number;
      readonly sha256: string;
      readonly contentType: string;
    };

const signature = (secret: Buffer, payload: string): Buffer =>
  createHmac('sha256', secret).update(payload).digest();

export function signLink(secret: Buffer, grant: LinkGrant): string {
  const payload = Buffer.from(JSON.stringify(grant)).toString('base64url');
  return `${payload}.${signature(secret, payload).toString('base64url')}`;
}

/** The grant of an address that we signed for this and that is not over; `null` otherwise, without a reason. */
export function readLink<M extends LinkGrant['may']>(
  secret: Buffer,
  token: string,
  wanted: { readonly may: M; readonly key: string; readonly now: number },
): Extract<LinkGrant, { may: M }> | null {
  const [payload, signed, ...rest] = token.split('.');
  if (payload === undefined || signed === undefined || rest.length > 0) return null;
  const given = Buffer.from(signed, 'base64url');
  const right = signature(secret, payload);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const grant = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as LinkGrant;
  const isMeant = grant.may === wanted.may && grant.key === wanted.key && grant.until > wanted.now;
  return isMeant ? (grant as Extract<LinkGrant, { may: M }>) : null;
}
