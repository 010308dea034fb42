import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../../platform/http/page-query.dto';
import { DRAW_KINDS, DRAW_STATES, type DrawKind, type DrawState } from './contract';
import { METHOD } from './domain/drawing';
import type { DrawEntity } from './draw.entity';

export class DrawQuery extends PageQuery {
  @ApiProperty({ enum: DRAW_KINDS, required: false })
  @IsOptional()
  @IsIn(DRAW_KINDS)
  kind?: DrawKind;

  /** What the draw is for: a programme, a call, an event. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  subjectId?: string;
}

/** A draw, as everybody sees it. */
export class DrawView {
  /** `drw_…` */
  id: string;

  @ApiProperty({ enum: DRAW_KINDS })
  kind: DrawKind;

  /** What it decides. */
  subjectId: string;

  title: string;

  /** Name and version of the method, `atelier-draw/1`. */
  method: string;

  /** How many win; behind them the order is the waiting list. */
  places: number;

  @ApiProperty({ enum: DRAW_STATES })
  state: DrawState;

  /** SHA-256 of the seed, published before the list. */
  seedHash: string;

  committedAt: string;

  /** Entries on the published list. */
  @ApiProperty({ type: Number, nullable: true })
  entries: number | null;

  /** SHA-256 of the published list. */
  @ApiProperty({ type: String, nullable: true })
  listDigest: string | null;

  @ApiProperty({ type: String, nullable: true })
  frozenAt: string | null;

  /** Published last. */
  @ApiProperty({ type: String, nullable: true })
  seed: string | null;

  @ApiProperty({ type: String, nullable: true })
  revealedAt: string | null;
}

export class DrawPage {
  @ApiProperty({ type: [DrawView] })
  items: readonly DrawView[];

  /** Cursor of the following page. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export function drawView(row: DrawEntity): DrawView {
  return {
    id: row.id,
    kind: row.kind,
    subjectId: row.subjectId,
    title: row.title,
    method: METHOD,
    places: row.places,
    state: row.state,
    seedHash: row.seedHash,
    committedAt: row.committedAt.toISOString(),
    entries: row.entryCount,
    listDigest: row.listDigest,
    frozenAt: row.frozenAt?.toISOString() ?? null,
    seed: row.seed,
    revealedAt: row.revealedAt?.toISOString() ?? null,
  };
}
