import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One artist in one pool: their place in the fair order. */
@Entity('generation_flows')
export class FlowEntity {
  @PrimaryColumn({ type: 'text' })
  pool: string;

  @PrimaryColumn({ type: 'text', name: 'enrollment_id' })
  enrollmentId: string;

  @Column({ type: 'double precision' })
  weight: number;

  /** The plan's concurrency cap. */
  @Column({ type: 'integer', name: 'max_inflight' })
  maxInflight: number;

  @Column({ type: 'integer' })
  inflight: number;

  @Column({ type: 'double precision', name: 'last_finish' })
  lastFinish: number;
}
