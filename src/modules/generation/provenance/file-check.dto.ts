import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { CHECK_OUTCOMES, type CheckOutcome } from '../domain/file-check';

export class FileCheckView {
  /** `fck_…` */
  id: string;
  /** The clip whose stored file was read. */
  generationId: string;
  @ApiProperty({ enum: CHECK_OUTCOMES })
  outcome: CheckOutcome;
  /** What was found; `null` when all is well. */
  @ApiProperty({ type: String, nullable: true })
  detail: string | null;
  /** RFC 3339. */
  checkedAt: string;
}

export class FileCheckSumView {
  @ApiProperty({ enum: CHECK_OUTCOMES })
  outcome: CheckOutcome;
  /** Checks of the last 30 days that ended so. */
  count: number;
  /** The last of them. */
  lastAt: string;
}

export class FileCheckPage {
  @ApiProperty({ type: [FileCheckSumView] })
  sums: FileCheckSumView[];
  @ApiProperty({ type: [FileCheckView] })
  items: FileCheckView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class FileCheckQuery extends PageQuery {
  /** Only checks that found something wrong. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: 'must be true or false' })
  bad?: boolean;
}

export class FileCheckRunView {
  /** Files read. */
  checked: number;
  /** Files that are not what was delivered. */
  bad: number;
}
