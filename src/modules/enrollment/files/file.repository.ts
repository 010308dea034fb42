import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database, type Tx } from '../../../platform/db/database';
import { FileEntity } from './file.entity';

@Injectable()
export class FileRepository {
  constructor(private readonly db: Database) {}

  async listOf(applicationIds: readonly string[], tx?: Tx): Promise<FileEntity[]> {
    if (applicationIds.length === 0) return [];
    return (tx ?? this.db).manager.find(FileEntity, {
      where: { applicationId: In([...applicationIds]) },
      order: { id: 'ASC' },
    });
  }

  async find(applicationId: string, id: string): Promise<FileEntity | null> {
    return this.db.manager.findOneBy(FileEntity, { id, applicationId });
  }

  async insert(tx: Tx, row: Omit<FileEntity, 'createdAt'>): Promise<void> {
    const { id, applicationId, personId, key, name, contentType, bytes, sha256 } = row;
    await tx.run(
      `INSERT INTO enrollment_files (id, application_id, person_id, key, name, content_type, bytes, sha256)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, applicationId, personId, key, name, contentType, bytes, sha256],
    );
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.run('DELETE FROM enrollment_files WHERE id = $1', [id]);
  }
}
