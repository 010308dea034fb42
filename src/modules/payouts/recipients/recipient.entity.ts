import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RailKey, RailMode, Standing } from '../domain/rail';

/** An artist as one rail knows them. Never a whole account number. */
@Entity('payouts_recipients')
export class RecipientEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text' })
  rail: RailKey;

  @Column({ type: 'text' })
  mode: RailMode;

  @Column({ type: 'text' })
  ref: string;

  @Column({ type: 'text' })
  standing: Standing;

  @Column({ type: 'text', array: true })
  requirements: string[];

  @Column({ type: 'text', nullable: true })
  country: string | null;

  @Column({ type: 'text', nullable: true })
  last4: string | null;

  @Column({ type: 'text', nullable: true })
  mark: string | null;

  @Column({ type: 'timestamptz', name: 'mark_changed_at', nullable: true })
  markChangedAt: Date | null;

  @Column({ type: 'boolean', name: 'is_chosen' })
  isChosen: boolean;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'synced_at' })
  syncedAt: Date;
}
