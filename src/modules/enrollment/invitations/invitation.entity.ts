import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InvitationState } from '../domain/invitation.workflow';

@Entity('enrollment_invitations')
export class InvitationEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'text', name: 'cohort_id', nullable: true })
  cohortId: string | null;

  /** Lower case: whoever has proved this address may use it, once. */
  @Column({ type: 'text' })
  email: string;

  /** For the invited to read. */
  @Column({ type: 'text' })
  note: string;

  @Column({ type: 'text', name: 'invited_by' })
  invitedBy: string;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  @Column({ type: 'text', name: 'used_by', nullable: true })
  usedBy: string | null;

  @Column({ type: 'text', name: 'application_id', nullable: true })
  applicationId: string | null;

  @Column({ type: 'text' })
  state: InvitationState;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
