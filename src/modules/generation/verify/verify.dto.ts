import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { Matches } from 'class-validator';
import { VERIFY_OUTCOMES, type VerifyOutcome } from '../domain/verification';
import { MADE_WITH, type MadeWith } from '../provenance/provenance.dto';

export class VerifyQuery {
  /** Hash of the file, 64 hex digits. */
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.trim().toLowerCase() : value,
  )
  @Matches(/^[0-9a-f]{64}$/, { message: 'sha256 must have 64 hex digits' })
  sha256: string;
}

export class VerifyProgramView {
  /** Name of the programme. */
  name: string;
  /** Last part of its address. */
  slug: string;
}

export class FoundManifestView {
  /** Whether signature and every byte agree with it. */
  isValid: boolean;
  /** Whether the signer's chain ends at a root this installation trusts. */
  isTrusted: boolean;
  /** Who signed, as the file says. */
  @ApiProperty({ type: String, nullable: true })
  signer: string | null;
  /** What wrote it, as the file says. */
  @ApiProperty({ type: String, nullable: true })
  generator: string | null;
  /** Codes of the C2PA specification for what does not hold. */
  @ApiProperty({ type: [String] })
  failures: string[];
}

/** What can be said of a file, to anybody. Nothing of who made it and of what they asked for. */
export class VerifyView {
  /** Hex. */
  sha256: string;
  /** `ours`: delivered here, unaltered; `altered`: made of such a file; `foreign`: with a record of others; `unknown`. */
  @ApiProperty({ enum: VERIFY_OUTCOMES })
  outcome: VerifyOutcome;
  /** The same as a sentence. */
  says: string;
  /** The programme it was made in. */
  @ApiProperty({ type: VerifyProgramView, nullable: true })
  program: VerifyProgramView | null;
  /** What made the picture. */
  @ApiProperty({ enum: MADE_WITH, nullable: true })
  madeWith: MadeWith | null;
  /** Whether the delivered file carries a signed record. */
  isSigned: boolean;
  /** What the file that was sent carries; `null` when only its hash was given, or it carries none. */
  @ApiProperty({ type: FoundManifestView, nullable: true })
  manifest: FoundManifestView | null;
}
