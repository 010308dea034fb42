import { createHash } from 'node:crypto';

/** What is published before the day begins: who sees the seed afterwards can tell that it is the one. */
export function commitmentOf(seed: string): string {
  return createHash('sha256').update(seed).digest('hex');
}

/**
 * Whether a decision is drawn for a second opinion: the first six bytes of SHA-256 over seed, space and id of the
 * decision, as a share of all such numbers, lie below `share`.
 */
export function isDrawn(seed: string, decisionId: string, share: number): boolean {
  const digest = createHash('sha256').update(`${seed} ${decisionId}`).digest();
  return digest.readUIntBE(0, 6) / 2 ** 48 < share;
}
