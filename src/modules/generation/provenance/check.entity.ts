import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CheckOutcome } from '../domain/file-check';

/** One look at a stored file, long after it was delivered. */
@Entity('generation_file_checks')
export class FileCheckEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'generation_id' })
  generationId: string;

  @Column({ type: 'text' })
  outcome: CheckOutcome;

  @Column({ type: 'text', nullable: true })
  detail: string | null;

  @Column({ type: 'timestamptz', name: 'checked_at' })
  checkedAt: Date;
}
