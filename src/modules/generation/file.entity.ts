import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FileKind } from './contract';

/** One delivered file of a succeeded generation. */
@Entity('generation_files')
export class FileEntity {
  @PrimaryColumn({ type: 'text', name: 'generation_id' })
  generationId: string;

  @PrimaryColumn({ type: 'text' })
  kind: FileKind;

  /** In the blob store; contains the fence, so that a late worker cannot overwrite what was delivered. */
  @Column({ type: 'text' })
  key: string;

  @Column({ type: 'text' })
  sha256: string;

  @Column({ type: 'bigint' })
  bytes: bigint;

  @Column({ type: 'text', name: 'content_type' })
  contentType: string;
}
