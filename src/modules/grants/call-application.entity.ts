import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApplicationState } from './domain/application.workflow';

/** What one artist asks of one call. */
@Entity('grants_applications')
export class CallApplicationEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'call_id' })
  callId: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text' })
  statement: string;

  @Column({ type: 'bigint' })
  requested: bigint;

  @Column({ type: 'bigint', nullable: true })
  awarded: bigint | null;

  @Column({ type: 'text', nullable: true })
  reasons: string | null;

  @Column({ type: 'text' })
  state: ApplicationState;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', insert: false })
  updatedAt: Date;
}
