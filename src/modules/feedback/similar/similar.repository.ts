import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/database';
import type { SimilarView } from './similar.dto';
import { FIND_SIMILAR, RARE_WORDS } from './similar.sql';

@Injectable()
export class SimilarRepository {
  constructor(private readonly db: Database) {}

  async find(programId: string, readerId: string, text: string): Promise<SimilarView[]> {
    const [words] = await this.db.read<{ query: string | null }>(RARE_WORDS, [text]);
    if ((words?.query ?? null) === null) return [];
    return this.db.read<SimilarView & Record<string, unknown>>(FIND_SIMILAR, [
      programId,
      readerId,
      text,
      words?.query,
    ]);
  }
}
