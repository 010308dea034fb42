import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ArchiveState } from '../domain/archive.workflow';

/** Everything of one artist in one file, asked for by themselves. */
@Entity('reports_archives')
export class ArchiveEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text' })
  state: ArchiveState;

  @Column({ type: 'integer', name: 'files_total', nullable: true })
  filesTotal: number | null;

  @Column({ type: 'integer', name: 'files_done' })
  filesDone: number;

  /** Files that are listed but no longer kept. */
  @Column({ type: 'integer' })
  missing: number;

  @Column({ type: 'text', name: 'blob_key', nullable: true })
  blobKey: string | null;

  @Column({ type: 'bigint', nullable: true })
  bytes: bigint | null;

  /** Hex, of the whole file. */
  @Column({ type: 'text', nullable: true })
  sha256: string | null;

  /** Last sign of life of whoever writes it. */
  @Column({ type: 'timestamptz', name: 'beat_at', insert: false })
  beatAt: Date;

  @Column({ type: 'timestamptz', name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', insert: false })
  updatedAt: Date;
}
