import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsObject, IsString, Max, Min } from 'class-validator';
import { VERSION_KINDS, type VersionKind } from '../contract';
import { etagOf } from '../domain/etag';
import type { DraftRow } from './draft.repository';

export class DraftParam {
  /** Id or slug of the programme. */
  @IsString()
  id: string;

  /** Which document. */
  @ApiProperty({ enum: VERSION_KINDS })
  @IsIn(VERSION_KINDS)
  kind: VersionKind;
}

export class DraftBody {
  /** What is being written, as its publication takes it; it may be unfinished. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject()
  content: object;

  /** Number of the published version that it was begun from; 0: from nothing. */
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  basedOn: number;
}

/** What is being written and governs nobody yet. */
export class DraftView {
  /** Which document. */
  @ApiProperty({ enum: VERSION_KINDS })
  kind: VersionKind;

  /** What is being written. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  content: object;

  /** Number of the published version that it was begun from; 0: from nothing. */
  basedOn: number;

  /** Whether a newer version was published since: bring the draft up to it before publishing. */
  isOutdated: boolean;

  /** Name of whoever saved it last. */
  savedBy: string;

  /** When. */
  savedAt: string;

  /** Send it as If-Match with the next save; also in the ETag header. */
  etag: string;
}

export class DraftListView {
  @ApiProperty({ type: DraftView, isArray: true })
  items: DraftView[];
}

export function draftView(row: DraftRow, newest: number, savedBy: string): DraftView {
  const { kind, content, basedOn, revision, updatedAt } = row;
  const etag = etagOf(revision);
  return {
    kind,
    content,
    basedOn,
    isOutdated: newest > basedOn,
    savedBy,
    savedAt: updatedAt.toISOString(),
    etag,
  };
}
