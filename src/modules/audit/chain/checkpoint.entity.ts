import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A signed note of how far the chain had come. Append-only. */
@Entity('audit_checkpoints')
export class CheckpointEntity {
  @PrimaryColumn({ type: 'bigint' })
  seal: bigint;

  @Column({ type: 'text' })
  note: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
