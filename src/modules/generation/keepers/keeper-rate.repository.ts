import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/database';
import { PROMPT_BANDS } from '../domain/prompt-bands';
import { KEEPER_RATES, LIST_PROJECTS } from './keeper-rate.sql';

export interface RateRow {
  readonly by: 'all' | 'artist' | 'style' | 'model' | 'band';
  readonly key: string | null;
  readonly attempts: number;
  readonly keepers: number;
  readonly minutes: number;
  readonly credits: bigint;
}

/** Which clips are counted; what is absent does not matter. */
export interface RateFilter {
  readonly personId?: string | undefined;
  readonly programId?: string | undefined;
  readonly project?: string | undefined;
  readonly style?: string | undefined;
  readonly model?: string | undefined;
  /** Ended within so many days. */
  readonly days?: number | undefined;
}

export interface ProjectRow {
  readonly name: string;
  readonly clips: number;
  readonly keepers: number;
  readonly lastAt: Date;
}

@Injectable()
export class KeeperRateRepository {
  constructor(private readonly db: Database) {}

  async rates({ personId, programId, project, style, model, days }: RateFilter): Promise<RateRow[]> {
    const wanted = [personId, programId, project, style, model, days].map((value) => value ?? null);
    return this.db.read<RateRow & Record<string, unknown>>(KEEPER_RATES, [...wanted, PROMPT_BANDS]);
  }

  async projects(personId: string): Promise<ProjectRow[]> {
    return this.db.read<ProjectRow & Record<string, unknown>>(LIST_PROJECTS, [personId]);
  }
}
