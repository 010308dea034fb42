import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { RAIL_KEYS, RAIL_MODES, STANDINGS, type RailKey, type RailMode, type Standing } from '../domain/rail';

export class RecipientParams {
  /** The way of being paid. */
  @ApiProperty({ enum: RAIL_KEYS })
  @IsIn(RAIL_KEYS)
  rail: RailKey;
}

export class RecipientInput {
  /** Country where you are at home and bank, two letters. At Stripe it cannot be changed later. */
  @IsString()
  @Matches(/^[A-Z]{2}$/, { message: 'must be two capital letters' })
  @ApiProperty({ example: 'DE' })
  country: string;

  /** By bank file: the account holder as the bank knows them, if it is another name than yours here. */
  @IsOptional()
  @IsString()
  @MaxLength(70)
  holder?: string;

  /** By bank file in EUR. */
  @IsOptional()
  @IsString()
  @MaxLength(42)
  iban?: string;

  /** By bank file in EUR: your town, which banks demand beside the country. */
  @IsOptional()
  @IsString()
  @MaxLength(35)
  town?: string;

  /** By bank file in USD: nine digits of the bank. */
  @IsOptional()
  @IsString()
  @MaxLength(9)
  routing?: string;

  /** By bank file in USD: number of the account. */
  @IsOptional()
  @IsString()
  @MaxLength(17)
  number?: string;

  /** By bank file in USD. */
  @IsOptional()
  @ApiProperty({ enum: ['checking', 'savings'], required: false })
  @IsIn(['checking', 'savings'])
  kind?: 'checking' | 'savings';
}

/** One way of being paid, and how far you are with it. */
export class RecipientView {
  /** The way. */
  @ApiProperty({ enum: RAIL_KEYS })
  rail: RailKey;

  /** Whether real money moves by it. */
  @ApiProperty({ enum: RAIL_MODES })
  mode: RailMode;

  /** What it asks of you: a form of its own, a bank account here, or nothing. */
  @ApiProperty({ enum: ['hosted', 'account', 'nothing'] })
  asks: 'hosted' | 'account' | 'nothing';

  /** Whether you are paid this way. */
  isChosen: boolean;

  /** `pending`: steps left; `ready`; `restricted`: it wants more; `disabled`: refused. Empty: not begun. */
  @ApiProperty({ enum: STANDINGS, nullable: true })
  standing: Standing | null;

  /** What it still wants, in its own words. */
  @ApiProperty({ type: String, isArray: true })
  requirements: string[];

  /** Country it knows you by. */
  @ApiProperty({ type: String, nullable: true })
  country: string | null;

  /** Last characters of the account. */
  @ApiProperty({ type: String, nullable: true })
  last4: string | null;

  /** When the account was changed last. */
  @ApiProperty({ type: String, nullable: true })
  changedAt: string | null;

  /** When it was looked at last. */
  @ApiProperty({ type: String, nullable: true })
  syncedAt: string | null;
}

export class RecipientsView {
  /** Every way that is set up here. */
  @ApiProperty({ type: RecipientView, isArray: true })
  items: RecipientView[];
}

/** A page of the rail. Good once and for minutes: open it at once, never keep or send it. */
export class OnboardingLinkView {
  /** Its address. */
  url: string;
}
