import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TaxFormState } from '../domain/tax-form.workflow';
import type { TaxFormKind } from '../domain/tax-rules';

/** One form of one person. */
@Entity('compensation_tax_forms')
export class TaxFormEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text' })
  kind: TaxFormKind;

  @Column({ type: 'text' })
  state: TaxFormState;

  /** Name, address and the last four characters of the number, sealed. Not loaded with the row. */
  @Column({ type: 'bytea', nullable: true, select: false })
  identity?: Buffer | null;

  @Column({ type: 'text', name: 'treaty_country', nullable: true })
  treatyCountry: string | null;

  /** Hundredths of a percent. */
  @Column({ type: 'bigint', name: 'treaty_rate', nullable: true })
  treatyRate: bigint | null;

  /** Where the signed form itself is kept. */
  @Column({ type: 'text', nullable: true })
  reference: string | null;

  @Column({ type: 'date', name: 'signed_on', nullable: true })
  signedOn: string | null;

  @Column({ type: 'timestamptz', name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  /** Why it was rejected. */
  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'text', name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', insert: false })
  updatedAt: Date;
}
