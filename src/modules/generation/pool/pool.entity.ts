import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A class of workers that share one queue. Its row is the lock under which releases take turns. */
@Entity('generation_pools')
export class PoolEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'double precision' })
  vtime: number;
}

/** One process that renders for a pool. One not seen for a while does not count. */
@Entity('generation_workers')
export class WorkerEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text' })
  pool: string;

  @Column({ type: 'integer' })
  slots: number;

  @Column({ type: 'timestamptz', name: 'seen_at' })
  seenAt: Date;
}
