import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BinState } from '../domain/bin.workflow';

/** How far the files of a clip are on their way out. A clip without a row is stored, and nobody has touched it. */
@Entity('generation_bin')
export class BinEntity {
  /** Of the clip. */
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text' })
  state: BinState;

  /** From when its days are counted, where it is not from its finish: it was restored, or is no keeper any more. */
  @Column({ type: 'timestamptz', name: 'counted_from', nullable: true })
  countedFrom: Date | null;

  /** When its artist was last told that it goes. */
  @Column({ type: 'timestamptz', name: 'warned_at', nullable: true })
  warnedAt: Date | null;

  /** `warned`: into the bin. `binned`: for good. */
  @Column({ type: 'timestamptz', name: 'goes_at', nullable: true })
  goesAt: Date | null;

  /** What its files took before they were removed. */
  @Column({ type: 'bigint' })
  bytes: bigint;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
