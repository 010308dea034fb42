import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Use } from '../domain/showcase';

/** A use that was taken, and is paid for once. */
@Entity('approval_licences')
export class LicenceEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'consent_id' })
  consentId: string;

  @Column({ type: 'text', name: 'work_id' })
  workId: string;

  @Column({ type: 'text' })
  use: Use;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  /** Of the showcase; `null`: a use taken by itself. */
  @Column({ type: 'text', name: 'round_id', nullable: true })
  roundId: string | null;

  @Column({ type: 'text' })
  purpose: string;

  @Column({ type: 'text', name: 'granted_by' })
  grantedBy: string;

  @Column({ type: 'timestamptz', name: 'granted_at', insert: false })
  grantedAt: Date;

  @Column({ type: 'timestamptz', name: 'ends_at' })
  endsAt: Date;

  /** When its artist took the consent back. */
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
