/** What can be said of a file that somebody holds. */
export const VERIFY_OUTCOMES = ['ours', 'altered', 'foreign', 'unknown'] as const;
export type VerifyOutcome = (typeof VERIFY_OUTCOMES)[number];

/** What was found of it; members that were not looked at are `null`. */
export interface FoundOf {
  /** Whether a delivered file has this hash. */
  readonly isKnown: boolean;
  /** `null`: only the hash was given. */
  readonly manifest: {
    readonly isFound: boolean;
    readonly isValid: boolean;
    /** Whether it is the manifest of one of our clips. Its signature need not be looked at: the bytes are not ours. */
    readonly isOurs: boolean;
  } | null;
}

/**
 * A known hash is the whole truth. Without one, a manifest of ours in other bytes means that they were changed, whoever
 * did it and however valid it looks: what was delivered under it is known to the byte.
 */
export function verdictOn({ isKnown, manifest }: FoundOf): { outcome: VerifyOutcome; says: string } {
  if (isKnown)
    return {
      outcome: 'ours',
      says: 'This is, byte for byte, a file that was delivered here. Nothing was altered.',
    };
  if (manifest === null)
    return {
      outcome: 'unknown',
      says: 'No file that was delivered here has this hash. The file itself may tell more: one that was cut or encoded again has another hash.',
    };
  if (manifest.isOurs)
    return {
      outcome: 'altered',
      says: 'It carries the provenance record of a clip from here, but it is not the file that was delivered: it was altered afterwards.',
    };
  if (manifest.isFound)
    return {
      outcome: 'foreign',
      says: manifest.isValid
        ? 'It was not delivered here. It carries a valid provenance record of somebody else.'
        : 'It was not delivered here. It carries a provenance record that does not hold.',
    };
  return {
    outcome: 'unknown',
    says: 'It was not delivered here as it is, and carries no provenance record. That proves nothing: most sites remove the record when they encode a film again.',
  };
}
