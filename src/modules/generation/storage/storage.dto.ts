import { ApiProperty } from '@nestjs/swagger';

const ON_THE_WAY = ['warned', 'binned', 'emptied'] as const;

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

/** Files on their way out, and those that have gone. */
export class StorageBinView {
  @ApiProperty({ enum: ON_THE_WAY })
  state: (typeof ON_THE_WAY)[number];
  clips: number;
  /** What their files take, or took. */
  bytes: number;
  /** When the first of them goes on. */
  @ApiProperty({ type: String, nullable: true })
  firstAt: string | null;
}

export class StorageView {
  /** `disk` or `s3`. */
  @ApiProperty({ enum: ['disk', 's3'] })
  kind: 'disk' | 's3';
  /** Delivered files, by the database. */
  files: number;
  bytes: number;
  /** `warned`: their artists are told. `binned`: gone within the days of the bin. `emptied`: gone for good, since the beginning. */
  @ApiProperty({ type: [StorageBinView] })
  bin: StorageBinView[];
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
