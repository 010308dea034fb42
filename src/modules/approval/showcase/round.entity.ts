import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Method } from '../domain/showcase';
import type { RoundState } from '../domain/showcase.workflow';

/** One time of showing, with the rules by which its slots are given. */
@Entity('approval_showcase_rounds')
export class RoundEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  method: Method;

  @Column({ type: 'integer' })
  slots: number;

  /** Slots that one artist may have in the quarter. */
  @Column({ type: 'integer', name: 'per_quarter' })
  perQuarter: number;

  @Column({ type: 'timestamptz', name: 'starts_at' })
  startsAt: Date;

  @Column({ type: 'timestamptz', name: 'ends_at' })
  endsAt: Date;

  @Column({ type: 'text' })
  quarter: string;

  @Column({ type: 'text' })
  state: RoundState;

  @Column({ type: 'text', name: 'created_by' })
  createdBy: string;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', insert: false })
  updatedAt: Date;
}
