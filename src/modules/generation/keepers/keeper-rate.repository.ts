import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/database';
import { KEEPER_RATES, LIST_PROJECTS } from './keeper-rate.sql';

export interface RateRow {
  readonly by: 'all' | 'artist' | 'style' | 'model';
  readonly key: string | null;
  readonly attempts: number;
  readonly keepers: number;
  readonly minutes: number;
  readonly credits: bigint;
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

  /** Of one person, or of everybody. */
  async rates(personId: string | null): Promise<RateRow[]> {
    return this.db.read<RateRow & Record<string, unknown>>(KEEPER_RATES, [personId]);
  }

  async projects(personId: string): Promise<ProjectRow[]> {
    return this.db.read<ProjectRow & Record<string, unknown>>(LIST_PROJECTS, [personId]);
  }
}
