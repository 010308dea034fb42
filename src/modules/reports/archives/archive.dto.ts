import { ApiProperty } from '@nestjs/swagger';
import { toJsonInteger } from '../../../kernel/money';
import type { Actor } from '../../../kernel/actor';
import { available } from '../../../kernel/workflow';
import {
  ARCHIVE_STATES,
  archiveWorkflow,
  type ArchiveState,
  type ArchiveVerb,
} from '../domain/archive.workflow';
import type { ArchiveEntity } from './archive.entity';

export class ArchiveView {
  /** Id, `arc_…`. */
  id: string;

  @ApiProperty({ enum: ARCHIVE_STATES })
  state: ArchiveState;

  /** Files that it will have; `null` until they are counted. */
  @ApiProperty({ type: Number, nullable: true })
  filesTotal: number | null;

  /** Files that are in it so far. */
  filesDone: number;

  /** Files that are listed in it but no longer kept. */
  missing: number;

  @ApiProperty({ type: Number, nullable: true })
  bytes: number | null;

  /** Of the whole file, hex. */
  @ApiProperty({ type: String, nullable: true })
  sha256: string | null;

  createdAt: string;

  /** It can be downloaded until then. */
  @ApiProperty({ type: String, nullable: true })
  expiresAt: string | null;

  /** Steps that you may take. */
  @ApiProperty({ enum: ['cancel'], isArray: true })
  available: ArchiveVerb[];
}

export class ArchivePage {
  @ApiProperty({ type: ArchiveView, isArray: true })
  items: readonly ArchiveView[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export function archiveView(row: ArchiveEntity, me: Actor): ArchiveView {
  const { id, state, filesTotal, filesDone, missing, sha256 } = row;
  return {
    id,
    state,
    filesTotal,
    filesDone,
    missing,
    bytes: row.bytes === null ? null : toJsonInteger(row.bytes),
    sha256,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    available: available(archiveWorkflow, state, me, { isOwn: row.personId === me.id }),
  };
}
