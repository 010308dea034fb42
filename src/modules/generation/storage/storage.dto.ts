import { ApiProperty } from '@nestjs/swagger';

/** The last look through the stored files. */
export class StorageSweepView {
  at: string;
  /** Files that the store holds. */
  files: number;
  bytes: number;
  /** Files that nothing refers to; they were removed. */
  orphans: number;
  orphanBytes: number;
  /** Keys of delivered files that the store does not have: restore them from a backup. */
  @ApiProperty({ type: String, isArray: true })
  missing: string[];
}

export class StorageView {
  /** `disk` or `s3`. */
  @ApiProperty({ enum: ['disk', 's3'] })
  kind: 'disk' | 's3';
  /** Delivered files, by the database. */
  files: number;
  bytes: number;
  /** Null: nobody has looked yet. */
  @ApiProperty({ type: StorageSweepView, nullable: true })
  lastSweep: StorageSweepView | null;
}

export class FileLinkView {
  /** Needs no credential; relative to the address of Atelier when it begins with a slash. */
  url: string;
  /** Ten minutes at most. */
  expiresAt: string;
}
