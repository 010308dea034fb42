import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An artist's acceptance of one version of the terms. The database refuses to change or delete it. */
@Entity('enrollment_consents')
export class ConsentEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'enrollment_id' })
  enrollmentId: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text', name: 'terms_id' })
  termsId: string;

  @Column({ type: 'integer', name: 'terms_version' })
  termsVersion: number;

  @Column({ type: 'text' })
  hash: string;

  @Column({ type: 'text' })
  address: string;

  @Column({ type: 'text' })
  agent: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
