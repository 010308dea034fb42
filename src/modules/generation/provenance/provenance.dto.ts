import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, IsString, Matches, MaxLength, MinLength, ValidateIf } from 'class-validator';
import { MARK_PLACES, TRAINING_USES, type MarkPlace, type TrainingUse } from '../../program';
import { SIGNER_KINDS, type SignerKind } from '../../../platform/provenance/provenance-signer';

/** What made the picture: a formula, or a model that was trained. */
export const MADE_WITH = ['procedural', 'model'] as const;
export type MadeWith = (typeof MADE_WITH)[number];

export class ManifestView {
  /** Label of the active manifest, `urn:c2pa:…`. */
  label: string;
  /** Name in the signer's certificate. */
  signer: string;
  /** `self_made`: this installation made the certificate itself, and nobody vouches for it. */
  @ApiProperty({ enum: SIGNER_KINDS })
  signedWith: SignerKind;
  /** Whether the chain of the signer ends at a root that this installation was told to trust. */
  isTrusted: boolean;
  /** sha256 of the signer's certificate, hex. */
  fingerprint: string;
  /** What it says about training and data mining; `null`: nothing. */
  @ApiProperty({ enum: TRAINING_USES, nullable: true })
  trainingUse: TrainingUse | null;
  /** Whether the record of the model that made the clip is inside. */
  hasSource: boolean;
  /** The artist's name in it; `null`: they are not named. */
  @ApiProperty({ type: String, nullable: true })
  credit: string | null;
}

export class BurntMarkView {
  /** Words of the mark. */
  text: string;
  @ApiProperty({ enum: MARK_PLACES })
  place: MarkPlace;
}

/** Where a clip comes from and how it is marked, as was found in the stored file. */
export class ProvenanceView {
  /** What made the picture; `null` for clips from before this was noted. */
  @ApiProperty({ enum: MADE_WITH, nullable: true })
  madeWith: MadeWith | null;
  /** Version of the model or of the formula. */
  @ApiProperty({ type: String, nullable: true })
  model: string | null;
  /** sha256 of the delivered video, hex. */
  sha256: string;
  /** The mark in the picture; `null`: none. */
  @ApiProperty({ type: BurntMarkView, nullable: true })
  mark: BurntMarkView | null;
  /** What the picture says of itself, under the mark or alone. */
  @ApiProperty({ type: String, nullable: true })
  label: string | null;
  /** The signed record (C2PA) in the file; `null`: none. */
  @ApiProperty({ type: ManifestView, nullable: true })
  manifest: ManifestView | null;
  /** When the stored file was last read and found to be this; RFC 3339. */
  @ApiProperty({ type: String, nullable: true })
  verifiedAt: string | null;
}

/** With what this installation signs. */
export class SignerView {
  @ApiProperty({ enum: SIGNER_KINDS })
  kind: SignerKind;
  /** Name in the certificate. */
  name: string;
  /** sha256 of the certificate, hex. */
  fingerprint: string;
  /** When it ends. */
  notAfter: string;
  /** Whether anybody but this installation vouches for it: a self-made certificate is nobody's word. */
  isVouchedFor: boolean;
  /** Why nothing can be signed; `null`: all is well. */
  @ApiProperty({ type: String, nullable: true })
  fault: string | null;
}

export class CreditLineView {
  /** The name in the records of your clips; `null`: you are not named. */
  @ApiProperty({ type: String, nullable: true })
  name: string | null;
  /** Whether the programme names artists at all. */
  isOffered: boolean;
}

export class CreditLineInput {
  /** Needed only by artists in more than one programme. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;

  /** The name as it is to stand there; `null` takes it back for clips to come. */
  @ApiProperty({ type: String, nullable: true })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @ValidateIf((_, value) => value !== null)
  @IsString()
  @MinLength(1)
  @MaxLength(80)
  @Matches(/^\P{Cc}*$/u, { message: 'name must not hold control characters' })
  name: string | null;
}

export class CreditLineQuery {
  /** Needed only by artists in more than one programme. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;
}
