import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Currency } from '../../../kernel/money';
import type { Admission, EventState } from '../domain/event.workflow';

/** A meeting of the programme with a number of seats. */
@Entity('grants_events')
export class EventEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  description: string;

  @Column({ type: 'text' })
  place: string;

  @Column({ type: 'text' })
  accessibility: string;

  @Column({ type: 'text', name: 'code_of_conduct' })
  codeOfConduct: string;

  @Column({ type: 'timestamptz', name: 'starts_at' })
  startsAt: Date;

  @Column({ type: 'timestamptz', name: 'ends_at' })
  endsAt: Date;

  @Column({ type: 'timestamptz', name: 'closes_at' })
  closesAt: Date;

  @Column({ type: 'text', name: 'time_zone' })
  timeZone: string;

  @Column({ type: 'integer' })
  seats: number;

  @Column({ type: 'text' })
  admission: Admission;

  @Column({ type: 'integer', name: 'yearly_cap', nullable: true })
  yearlyCap: number | null;

  /** For everybody who came, in minor units. */
  @Column({ type: 'bigint' })
  stipend: bigint;

  /** Expenses of one seat at most, in minor units. */
  @Column({ type: 'bigint' })
  expenses: bigint;

  @Column({ type: 'text' })
  currency: Currency;

  @Column({ type: 'text' })
  state: EventState;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', insert: false })
  updatedAt: Date;
}
