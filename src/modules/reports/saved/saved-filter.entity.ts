import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The filters of a reading under a name. */
@Entity('reports_saved_filters')
export class SavedFilterEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text' })
  reading: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'jsonb' })
  filters: Record<string, string>;

  @Column({ type: 'boolean', name: 'is_shared' })
  isShared: boolean;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false })
  createdAt: Date;
}
