import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
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
/** As `generation_submit` has them. */
const OPEN_CAP = 8;
const BOUND_OPEN_CAP = 64;
const ORIGIN = /^https?:\/\/[A-Za-z0-9.-]{1,253}(:\d{1,5})?$/;
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

  /** `test`: looks at things and can spend nothing. */
  @ApiProperty({ enum: ['live', 'test'], default: 'live' })
  @IsOptional()
  @IsIn(['live', 'test'])
  kind: 'live' | 'test' = 'live';

  /** Credits it may ask for in an hour. Absent: a tenth of a month's grant, at least one clip. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  hourlyCap?: number;

  /** Credits it may ask for in a day (UTC). Absent: a quarter of a month's grant. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  dailyCap?: number;

  /** Clips it may have open at once. Absent: 8, or 64 for a bound key. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000)
  openCap?: number;

  /** Addresses and networks it may be used from; none: everywhere. */
  @ApiProperty({ type: String, isArray: true, default: [] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  networks: string[] = [];

  /** Web pages it may be used from, such as `https://studio.example`; none: by programs only. */
  @ApiProperty({ type: String, isArray: true, default: [] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(ORIGIN, { each: true, message: 'each origin is written as https://studio.example' })
  origins: string[] = [];

  /** Public key (JWK) of the pair whose holder alone may use it, by RFC 9449. Such a key may do more. */
  @ApiProperty({ type: Object, required: false })
  @IsOptional()
  @IsObject()
  publicJwk?: Record<string, unknown>;
}

export class KeyPlacesBody {
  /** Addresses and networks it may be used from; none: everywhere. */
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  networks: string[];

  /** Web pages it may be used from; none: by programs only. */
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(ORIGIN, { each: true, message: 'each origin is written as https://studio.example' })
  origins: string[];
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

  /** Last use, to a few seconds; null: never. */
  @ApiProperty({ type: String, nullable: true })
  lastUsedAt: string | null;

  /** Network (/24 or /48) of the last use. */
  @ApiProperty({ type: String, nullable: true })
  lastUsedFrom: string | null;

  /** Program of the last use, without its version. */
  @ApiProperty({ type: String, nullable: true })
  lastUsedBy: string | null;

  /** What it was last used for: method and route. */
  @ApiProperty({ type: String, nullable: true })
  lastUsedFor: string | null;

  @ApiProperty({ enum: ['live', 'test'] })
  kind: 'live' | 'test';

  /** Credits it may ask for in an hour; null: a share of its owner's grant. */
  @ApiProperty({ type: Number, nullable: true })
  hourlyCap: number | null;

  /** Credits it may ask for in a day; null: a share of its owner's grant. */
  @ApiProperty({ type: Number, nullable: true })
  dailyCap: number | null;

  /** Clips it may have open at once. */
  openCap: number;

  @ApiProperty({ type: String, isArray: true })
  networks: string[];

  @ApiProperty({ type: String, isArray: true })
  origins: string[];

  /** Only the holder of a key pair may use it (DPoP). */
  isBound: boolean;

  /** What the caller may do with it now. */
  @ApiProperty({ type: String, isArray: true })
  available: string[];
}

/** A key with what it was used for. */
export class KeyListItem extends KeyView {
  /** Calls of each of the last 14 days (UTC), oldest first. */
  @ApiProperty({ type: Number, isArray: true })
  usage: number[];

  /** Credits it asked for in the present hour. */
  spentThisHour: number;

  /** Credits it asked for today (UTC). */
  spentToday: number;

  /** Clips of it that are not finished. */
  openClips: number;
}

/** A new key. */
export class NewKeyView {
  @ApiProperty({ type: KeyView })
  key: KeyView;

  /** The key itself. It is shown this once and cannot be shown again. */
  secret: string;
}

export class KeyPage {
  @ApiProperty({ type: KeyListItem, isArray: true })
  items: KeyListItem[];

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
    lastUsedFrom: row.lastNetwork,
    lastUsedBy: row.lastAgent,
    lastUsedFor: row.lastCall,
    kind: row.kind,
    hourlyCap: row.hourCap === null ? null : toJsonInteger(row.hourCap),
    dailyCap: row.dayCap === null ? null : toJsonInteger(row.dayCap),
    openCap: row.openCap ?? (row.boundTo === null ? OPEN_CAP : BOUND_OPEN_CAP),
    networks: row.networks,
    origins: row.origins,
    isBound: row.boundTo !== null,
    available: available(keyWorkflow, row.state, actor, { isRotated: row.stopsAt !== null }),
  };
}
