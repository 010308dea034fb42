import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsISO8601, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { MoneyView } from '../../../platform/http/money.dto';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { SINGLE_USES, USE_NAMES, type SingleUse, type Use } from '../domain/showcase';

const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.trim() : value;

export class LicenceInput {
  /** `wrk_…` */
  @IsString()
  @MaxLength(60)
  workId: string;

  @ApiProperty({ enum: SINGLE_USES })
  @IsIn(SINGLE_USES)
  use: SingleUse;

  /** For what: its artist reads it. */
  @Transform(trimmed)
  @IsString()
  @MinLength(3)
  @MaxLength(300)
  purpose: string;

  /** Until when it may be used; at most two years ahead. */
  @ApiProperty({ type: String, format: 'date-time' })
  @IsISO8601({ strict: true })
  endsAt: string;
}

export class LicenceQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;
}

export class ConsentingQuery extends LicenceQuery {
  @ApiPropertyOptional({ enum: USE_NAMES, default: 'marketing' })
  @IsOptional()
  @IsIn(USE_NAMES)
  use?: Use;
}

/** A licence, as those who take care of the programme see it. */
export class LicenceGrantedView {
  /** `lic_…` */
  id: string;

  workId: string;

  title: string;

  slug: string;

  credit: string;

  programId: string;

  @ApiProperty({ enum: USE_NAMES })
  use: Use;

  purpose: string;

  /** Of the showcase. */
  @ApiProperty({ type: String, nullable: true })
  roundId: string | null;

  grantedAt: string;

  endsAt: string;

  /** When its artist took the consent back: it must be used no more. */
  @ApiProperty({ type: String, nullable: true })
  endedAt: string | null;

  isRunning: boolean;
}

export class LicenceGrantedPage {
  @ApiProperty({ type: [LicenceGrantedView] })
  items: readonly LicenceGrantedView[];

  /** Cursor of the following page. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

/** A work whose artist agrees to the use that was asked about. */
export class ConsentingWorkView {
  workId: string;

  title: string;

  slug: string;

  credit: string;

  posterUrl: string;

  programId: string;

  @ApiProperty({ enum: USE_NAMES })
  use: Use;

  /** What its artist agreed to. */
  agreedPrice: MoneyView;

  agreedAt: string;

  isPublic: boolean;

  /** Licences for this use so far. */
  licences: number;

  /** One is running: it cannot be paid for twice. */
  isLicensed: boolean;
}

export class ConsentingPage {
  @ApiProperty({ type: [ConsentingWorkView] })
  items: readonly ConsentingWorkView[];

  /** Cursor of the following page. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
