import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApplicationState, DeclineCode } from '../contract';

/** Why an application was declined; shown to its author. */
export interface DeclineReason {
  readonly code: DeclineCode;
  readonly text: string;
}

@Entity('enrollment_applications')
export class ApplicationEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text' })
  statement: string;

  @Column({ type: 'text', array: true })
  portfolio: string[];

  @Column({ type: 'text' })
  state: ApplicationState;

  @Column({ type: 'jsonb' })
  reasons: DeclineReason[];

  @Column({ type: 'timestamptz', name: 'submitted_at', nullable: true })
  submittedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
