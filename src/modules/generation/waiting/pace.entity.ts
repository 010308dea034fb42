import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one kind of clip was seen to take, as ln(actual ÷ estimate); domain/pace.ts says how it is learned. */
@Entity('generation_paces')
export class PaceEntity {
  @PrimaryColumn({ type: 'text' })
  provider: string;

  @PrimaryColumn({ type: 'text' })
  model: string;

  @PrimaryColumn({ type: 'text' })
  resolution: string;

  @PrimaryColumn({ type: 'integer' })
  seconds: number;

  @Column({ type: 'double precision' })
  mean: number;

  @Column({ type: 'double precision' })
  variance: number;

  @Column({ type: 'integer' })
  samples: number;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
