import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Currency } from '../../kernel/money';
import type { ProgramState } from './contract';

@Entity('program_programs')
export class ProgramEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text' })
  slug: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  model: string;

  @Column({ type: 'text' })
  currency: Currency;

  @Column({ type: 'timestamptz', name: 'starts_at' })
  startsAt: Date;

  @Column({ type: 'timestamptz', name: 'ends_at' })
  endsAt: Date;

  @Column({ type: 'integer' })
  capacity: number;

  @Column({ type: 'text' })
  state: ProgramState;

  /** Whoever prepared it. */
  @Column({ type: 'text', name: 'owner_id', nullable: true })
  ownerId: string | null;

  /** Counts the changes of name, model, dates and seats. */
  @Column({ type: 'integer' })
  revision: number;

  @Column({ type: 'timestamptz', name: 'applications_until', nullable: true })
  applicationsUntil: Date | null;

  @Column({ type: 'timestamptz', name: 'decisions_by', nullable: true })
  decisionsBy: Date | null;

  @Column({ type: 'timestamptz', name: 'released_at', nullable: true })
  releasedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}

/** A programme as plain values. */
export type ProgramRow = Pick<ProgramEntity, keyof ProgramEntity>;
