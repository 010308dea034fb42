import { Refusal } from '../../../kernel/refusal';

/** Whether own credits or the programme's pool pay for a request of `credits`: one of the two pays for all of it. */
export function covers(has: { available: bigint; pooled: bigint }, credits: bigint): boolean {
  return has.available >= credits || has.pooled >= credits;
}

/** Whether a hold was refused because an artist's own credits do not suffice: the one case in which a pool may pay. */
export function isShortOfOwn(error: unknown): boolean {
  if (!(error instanceof Refusal) || error.module !== 'ledger' || error.code !== 'insufficient') return false;
  return String(error.details.account).startsWith('credits:');
}

/** Whether a hold was refused because the pool does not suffice either. */
export function isShortOfPool(error: unknown): boolean {
  if (!(error instanceof Refusal) || error.module !== 'ledger' || error.code !== 'insufficient') return false;
  return String(error.details.account).startsWith('pool:');
}
