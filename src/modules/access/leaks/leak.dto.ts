import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';

const NO_CONTROLS = /^\P{Cc}*$/u;

export class LeakBody {
  /** The whole key that was found. */
  @IsString()
  @MaxLength(200)
  token: string;

  /** Where: an address or a few words. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  @Matches(NO_CONTROLS, { message: 'where must not hold control characters' })
  where?: string;
}

/** The same whether or not there is such a key. */
export class LeakReceivedView {
  /** In words. */
  message: string;
}

/** How to tell a credential of Atelier in a text. */
export class KeyPatternView {
  /** Regular expression. */
  pattern: string;

  /** What the parts are, in words. */
  format: string;

  /** Where to report what was found. */
  report: string;
}

export class TrapBody {
  /** Where the bait is laid. */
  @IsString()
  @MinLength(3)
  @MaxLength(200)
  @Matches(NO_CONTROLS, { message: 'place must not hold control characters' })
  place: string;
}

export class TrapView {
  /** Id, `trp_…`. */
  id: string;

  prefix: string;
  lastFour: string;

  /** Where it was laid. */
  place: string;
  createdAt: string;

  /** When somebody last used it; null: nobody yet. */
  @ApiProperty({ type: String, nullable: true })
  sprungAt: string | null;
}

export class TrapListView {
  @ApiProperty({ type: TrapView, isArray: true })
  items: TrapView[];
}

export class NewTrapView {
  id: string;

  /** The bait itself, in this answer only. */
  secret: string;
}

export class RevocableTypesView {
  @ApiProperty({ type: String, isArray: true })
  types: string[];
}

/** What became of one reported text. */
export class PartnerLabelView {
  token_hash: string;
  token_type: string;

  @ApiProperty({ enum: ['true_positive', 'false_positive'] })
  label: 'true_positive' | 'false_positive';
}
