import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PolicyContent } from '../domain/sharing-policy';

/** A published version of the sharing policy. Never changed. */
@Entity('approval_policies')
export class PolicyEntity {
  @PrimaryColumn({ type: 'integer' })
  version: number;

  @Column({ type: 'jsonb' })
  content: PolicyContent;

  @Column({ type: 'text' })
  note: string;

  @Column({ type: 'text', name: 'published_by' })
  publishedBy: string;

  @Column({ type: 'timestamptz', name: 'published_at' })
  publishedAt: Date;
}
