import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ExportFormat, ExportState } from '../domain/export.workflow';

/** Control totals of a file: what a reader must find when adding it up. Amounts are texts of minor units. */
export interface ExportTotal {
  readonly currency: string;
  readonly rows: number;
  readonly sums: Readonly<Record<string, string>>;
}

/** A file that somebody asked for. */
@Entity('reports_exports')
export class ExportEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text' })
  reading: string;

  @Column({ type: 'text' })
  format: ExportFormat;

  @Column({ type: 'text' })
  header: 'machine' | 'human';

  @Column({ type: 'jsonb' })
  filters: Record<string, string>;

  @Column({ type: 'text' })
  state: ExportState;

  @Column({ type: 'bigint', name: 'rows_total', nullable: true })
  rowsTotal: bigint | null;

  @Column({ type: 'bigint', name: 'rows_done' })
  rowsDone: bigint;

  @Column({ type: 'jsonb', nullable: true })
  totals: readonly ExportTotal[] | null;

  @Column({ type: 'text', name: 'blob_key', nullable: true })
  blobKey: string | null;

  @Column({ type: 'bigint', nullable: true })
  bytes: bigint | null;

  /** Hex, of the whole file. */
  @Column({ type: 'text', nullable: true })
  sha256: string | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

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
