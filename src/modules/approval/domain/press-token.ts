import { createHmac, timingSafeEqual } from 'crypto';

const sign = (key: Buffer, id: string): string =>
  createHmac('sha256', key).update(`press ${id}`).digest('base64url');

/** What stands in the address of a link for the press: its id, signed. The database alone does not give one away. */
export function pressToken(key: Buffer, linkId: string): string {
  return `${linkId}.${sign(key, linkId)}`;
}

/** The id of the link, or `null` when we did not sign this. */
export function linkOfToken(key: Buffer, token: string): string | null {
  const [id = '', signed = '', ...rest] = token.split('.');
  if (rest.length > 0 || !/^prl_[0-9a-z]{26}$/.test(id)) return null;
  const [given, right] = [Buffer.from(signed), Buffer.from(sign(key, id))];
  return given.length === right.length && timingSafeEqual(given, right) ? id : null;
}
