import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StyleLooks } from '../domain/style';
import type { StyleState } from '../domain/style.workflow';

/** One version of a style. Published ones never change. */
@Entity('generation_styles')
export class StyleEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text' })
  key: string;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  description: string;

  @Column({ type: 'jsonb' })
  looks: StyleLooks;

  @Column({ type: 'text' })
  state: StyleState;

  @Column({ type: 'text', name: 'created_by' })
  createdBy: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
