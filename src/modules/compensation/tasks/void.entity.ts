import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Work } from '../domain/work-causes';

/** What the books know of a void: whatever its work earns while it is confirmed is taken back. */
@Entity('compensation_voids')
export class KnownVoidEntity {
  @PrimaryColumn({ type: 'text', name: 'void_id' })
  voidId: string;

  @Column({ type: 'text' })
  work: Work;

  /** Cause id of what the work earns. */
  @Column({ type: 'text', name: 'pay_ref' })
  payRef: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'text' })
  state: 'confirmed' | 'overturned';

  @Column({ type: 'timestamptz', name: 'updated_at', insert: false })
  updatedAt: Date;
}
