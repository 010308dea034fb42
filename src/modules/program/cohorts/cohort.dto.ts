import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsISO8601, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { QuotaPlanVersionView, quotaPlanVersionView } from '../version.dto';
import type { QuotaPlan } from '../contract';
import { etagOf } from '../domain/etag';
import type { CohortRow } from './cohort.repository';

export class CohortBody {
  /** Name, unique in its programme. */
  @IsString()
  @MinLength(1)
  @MaxLength(80)
  name: string;

  /** When its artists may start (RFC 3339); not before the programme. */
  @IsISO8601({ strict: true })
  startsAt: string;

  /** When its time ends (RFC 3339); not after the programme. */
  @IsISO8601({ strict: true })
  endsAt: string;

  /** Seats; all cohorts together have no more than the programme. */
  @IsInt()
  @Min(1)
  @Max(100_000)
  capacity: number;
}

export class CohortChangeBody {
  /** Name, unique in its programme. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(80)
  name?: string;

  /** When its artists may start (RFC 3339). */
  @IsOptional()
  @IsISO8601({ strict: true })
  startsAt?: string;

  /** When its time ends (RFC 3339). */
  @IsOptional()
  @IsISO8601({ strict: true })
  endsAt?: string;

  /** Seats. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  capacity?: number;
}

export class CohortParam {
  /** Id or slug of the programme. */
  @IsString()
  id: string;

  /** Id of the cohort. */
  @IsString()
  cohortId: string;
}

/** Artists admitted together. */
export class CohortView {
  /** Id, `coh_…`. */
  id: string;

  /** Id of the programme. */
  programId: string;

  /** Name. */
  name: string;

  /** When its artists may start. */
  startsAt: string;

  /** When its time ends. */
  endsAt: string;

  /** Seats. */
  capacity: number;

  /** Its own quota plan; null: that of the programme. */
  @ApiProperty({ type: QuotaPlanVersionView, nullable: true })
  quotaPlan: QuotaPlanVersionView | null;

  /** Send it as If-Match with a change. */
  etag: string;
}

export class CohortListView {
  /** By their start. */
  @ApiProperty({ type: CohortView, isArray: true })
  items: CohortView[];

  /** Seats of the programme that no cohort has. */
  seatsLeft: number;
}

export function cohortView(row: CohortRow, plan: QuotaPlan | null): CohortView {
  const { id, programId, name, capacity, revision } = row;
  return {
    id,
    programId,
    name,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    capacity,
    quotaPlan: plan === null ? null : quotaPlanVersionView(plan),
    etag: etagOf(revision),
  };
}
