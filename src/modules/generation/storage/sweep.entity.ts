import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One look through the stored files, and what it found. */
@Entity('generation_sweeps')
export class SweepEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  /** Files that the store holds. */
  @Column({ type: 'integer' })
  files: number;

  @Column({ type: 'bigint' })
  bytes: bigint;

  /** Files that nothing refers to, removed. */
  @Column({ type: 'integer' })
  orphans: number;

  @Column({ type: 'bigint', name: 'orphan_bytes' })
  orphanBytes: bigint;

  /** Keys of delivered files that the store does not have: the first hundred. */
  @Column({ type: 'text', array: true })
  missing: string[];
}
