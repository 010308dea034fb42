import type { ManifestReading, SignRequest } from './words';

export const SIGNER_KINDS = ['self_made', 'key', 'service', 'command'] as const;
export type SignerKind = (typeof SIGNER_KINDS)[number];

/** With what this installation signs. `self_made`: nobody vouches for it, and whoever reads a file is told so. */
export interface SignerStatus {
  readonly kind: SignerKind;
  /** Common name of the signer's certificate. */
  readonly name: string;
  /** sha256 of the signer's certificate, hex. */
  readonly fingerprint: string;
  readonly notAfter: Date;
  /** Why nothing can be signed at present, or `null`. */
  readonly fault: string | null;
}

export type SignInput = Omit<SignRequest, 'kind' | 'key'>;

/** Puts a signed statement of origin into a file and reads such statements. Paths are those of local MP4 files. */
export abstract class ProvenanceSigner {
  /** Throws when what is configured cannot be read. */
  abstract status(): Promise<SignerStatus>;
  /** Makes `target`. Throws when the library or the signer fails; then there is no target. */
  abstract sign(input: SignInput): Promise<void>;
  /** Never throws for what is in the file. */
  abstract read(file: string): Promise<ManifestReading>;
}
