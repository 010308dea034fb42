/** What a look at a stored file can find. `unreadable`: it is unchanged, but cannot be decoded. */
export const CHECK_OUTCOMES = ['ok', 'missing', 'altered', 'manifest_invalid', 'unreadable'] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/** What was found of a stored file; `null` members were not looked at. */
export interface FileFindings {
  /** Hex; `null`: there is no such file. */
  readonly sha256: string | null;
  readonly manifest: {
    readonly label: string | null;
    readonly isValid: boolean;
    readonly why: string;
  } | null;
  /** Why not every frame can be decoded; `null`: all can. */
  readonly decodeFault: string | null;
}

export interface FilePromise {
  readonly sha256: string;
  readonly manifest: string | null;
}

/** Whether a stored file still is what was delivered. */
export function checkOf(
  found: FileFindings,
  promised: FilePromise,
): { readonly outcome: CheckOutcome; readonly detail: string | null } {
  if (found.sha256 === null) return { outcome: 'missing', detail: 'The file is not in the store.' };
  if (found.sha256 !== promised.sha256)
    return { outcome: 'altered', detail: `Its sha256 is ${found.sha256}.` };
  if (promised.manifest !== null) {
    const { manifest } = found;
    if (manifest === null) return { outcome: 'manifest_invalid', detail: 'It carries no manifest.' };
    if (!manifest.isValid) return { outcome: 'manifest_invalid', detail: manifest.why };
    if (manifest.label !== promised.manifest)
      return { outcome: 'manifest_invalid', detail: 'It carries the manifest of another clip.' };
  }
  if (found.decodeFault !== null) return { outcome: 'unreadable', detail: found.decodeFault };
  return { outcome: 'ok', detail: null };
}
