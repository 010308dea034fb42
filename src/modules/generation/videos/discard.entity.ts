import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A clip that its artist deleted: its files are gone, its row stays for the books. */
@Entity('generation_discards')
export class DiscardEntity {
  @PrimaryColumn({ type: 'text', name: 'generation_id' })
  generationId: string;

  @Column({ type: 'timestamptz', name: 'discarded_at' })
  discardedAt: Date;
}
