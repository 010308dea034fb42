import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import type { WorkerKeyEntity } from './worker-key.entity';

export class WorkerKeyBody {
  /** Which machine or fleet will use it; unique among working keys. */
  @IsString()
  @MinLength(1)
  @MaxLength(80)
  @Matches(/^\P{Cc}*$/u, { message: 'name must not hold control characters' })
  name: string;

  /** The pool whose clips its workers may render. */
  @IsString()
  @Matches(/^[a-z0-9][a-z0-9:-]{0,39}$/, { message: 'pool must be the name of a pool' })
  pool: string;

  /** Days until it expires, 365 at most. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  expiresInDays: number = 90;
}

/** A worker key, without its secret. */
export class WorkerKeyView {
  /** Id, `wky_…`; not secret. */
  id: string;
  name: string;
  pool: string;
  /** First characters of the secret. */
  prefix: string;
  /** Last four characters of the secret. */
  lastFour: string;
  createdAt: string;
  expiresAt: string;
  isExpired: boolean;
  /** When it was stopped; null: it was not. */
  @ApiProperty({ type: String, nullable: true })
  stoppedAt: string | null;
  /** When a worker last signed in with it; null: never. */
  @ApiProperty({ type: String, nullable: true })
  lastUsedAt: string | null;
}

export class NewWorkerKeyView {
  @ApiProperty({ type: WorkerKeyView })
  key: WorkerKeyView;

  /** The key itself. It is shown this once and cannot be shown again. */
  secret: string;
}

export class WorkerKeyList {
  @ApiProperty({ type: WorkerKeyView, isArray: true })
  items: WorkerKeyView[];
}

export function workerKeyView(row: WorkerKeyEntity, now = new Date()): WorkerKeyView {
  const { id, name, pool, prefix, lastFour } = row;
  return {
    id,
    name,
    pool,
    prefix,
    lastFour,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    isExpired: row.expiresAt <= now,
    stoppedAt: row.stoppedAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}
