import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import type { Actor } from '../../../kernel/actor';
import { toJsonInteger } from '../../../kernel/money';
import { available } from '../../../kernel/workflow';
import { KEY_STATES, keyWorkflow, type KeyState } from '../domain/key.workflow';
import { SCOPES, type Scope } from '../domain/permissions';
import type { KeyEntity } from './key.entity';

const SCOPE_NAMES = Object.keys(SCOPES) as Scope[];
export const DEFAULT_DAYS = 90;
const NO_CONTROLS = /^\P{Cc}*$/u;

export class KeyBody {
  /** What the key is for; unique among one's active keys. */
  @IsString()
  @MinLength(1)
  @MaxLength(80)
  @Matches(NO_CONTROLS, { message: 'name must not hold control characters' })
  name: string;

  /** What the key may be used for. */
  @ApiProperty({ enum: SCOPE_NAMES, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(SCOPE_NAMES, { each: true })
  scopes: Scope[];

  /** Credits the key may spend in its life. Absent: its owner's credits alone bound it. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  budget?: number;

  /** Days until it expires, 365 at most. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  expiresInDays: number = DEFAULT_DAYS;
}

export class RotateKeyBody {
  /** Somebody else may have the key: the old one stops now instead of after 24 hours. */
  @IsOptional()
  @IsBoolean()
  isLeaked: boolean = false;
}

export class StopKeyBody {
  /** Why it is stopped; the owner reads this. */
  @IsString()
  @MinLength(3)
  @MaxLength(500)
  @Matches(NO_CONTROLS, { message: 'reason must not hold control characters' })
  reason: string;
}

/** An API key, without its secret. */
export class KeyView {
  /** Id, `key_…`; not secret. */
  id: string;

  /** What its owner calls it. */
  name: string;

  /** The first key of its family; rotations share it. */
  familyId: string;

  /** First characters of the secret. */
  prefix: string;

  /** Last four characters of the secret. */
  lastFour: string;

  @ApiProperty({ enum: SCOPE_NAMES, isArray: true })
  scopes: Scope[];

  @ApiProperty({ enum: KEY_STATES })
  state: KeyState;

  /** Credits it may spend in its life; null: no limit of its own. A family shares it: a rotation goes on with what is left. */
  @ApiProperty({ type: Number, nullable: true })
  budget: number | null;

  /** When it was made. */
  createdAt: string;

  /** When it stops by itself. */
  expiresAt: string;

  /** Whether that time is over. */
  isExpired: boolean;

  /** End of the overlap after a rotation; null: not rotated. */
  @ApiProperty({ type: String, nullable: true })
  stopsAt: string | null;

  /** Last use, to the minute; null: never. */
  @ApiProperty({ type: String, nullable: true })
  lastUsedAt: string | null;

  /** What the caller may do with it now. */
  @ApiProperty({ type: String, isArray: true })
  available: string[];
}

/** A new key. */
export class NewKeyView {
  @ApiProperty({ type: KeyView })
  key: KeyView;

  /** The key itself. It is shown this once and cannot be shown again. */
  secret: string;
}

export class KeyPage {
  @ApiProperty({ type: KeyView, isArray: true })
  items: KeyView[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export function keyView(row: KeyEntity, actor: Actor, now = new Date()): KeyView {
  return {
    id: row.id,
    name: row.name,
    familyId: row.familyId,
    prefix: row.prefix,
    lastFour: row.lastFour,
    scopes: row.scopes,
    state: row.state,
    budget: row.budget === null ? null : toJsonInteger(row.budget),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    isExpired: row.expiresAt <= now,
    stopsAt: row.stopsAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    available: available(keyWorkflow, row.state, actor, { isRotated: row.stopsAt !== null }),
  };
}
