import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FileType } from '../domain/sniff';

/** A file of an application. The database refuses to change one, and to add or remove one after it was handed in. */
@Entity('enrollment_files')
export class FileEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'application_id' })
  applicationId: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  /** Where the bytes are. */
  @Column({ type: 'text' })
  key: string;

  /** As its sender called it, made harmless. */
  @Column({ type: 'text' })
  name: string;

  /** By its content. */
  @Column({ type: 'text', name: 'content_type' })
  contentType: FileType;

  @Column({ type: 'bigint' })
  bytes: string;

  @Column({ type: 'text' })
  sha256: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
