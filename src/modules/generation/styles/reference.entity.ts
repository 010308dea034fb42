import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A picture that an artist's clips may start from. */
@Entity('generation_references')
export class ReferenceEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  /** Of the stored file. */
  @Column({ type: 'text' })
  key: string;

  @Column({ type: 'text' })
  sha256: string;

  @Column({ type: 'bigint' })
  bytes: bigint;

  @Column({ type: 'text', name: 'content_type' })
  contentType: string;

  @Column({ type: 'integer' })
  width: number;

  @Column({ type: 'integer' })
  height: number;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
