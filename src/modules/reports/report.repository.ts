import { Injectable } from '@nestjs/common';
import type { Currency } from '../../kernel/money';
import { Database } from '../../platform/db/database';
import type { Cell } from './domain/suppression';
import * as sql from './report.sql';

export interface GenerationNumbers extends Cell {
  readonly waitSeconds: number | null;
  readonly renderSeconds: number | null;
}

export interface Headline {
  readonly enrolled: number;
  readonly active: number;
  readonly works: number;
  readonly ended: number;
  readonly keepers: number;
  readonly hoursToDecision: number | null;
  readonly hoursToCash: number | null;
}

export interface AppealNumbers {
  readonly decided: number;
  readonly overturned: number;
  readonly people: number;
}

export interface Paid {
  readonly currency: Currency;
  readonly amount: bigint;
  readonly payouts: number;
}

/** Reads the `reports_…` views. `programId` null: all programmes. */
@Injectable()
export class ReportRepository {
  constructor(private readonly db: Database) {}

  async headline(programId: string | null): Promise<Headline> {
    const [row] = await this.db.read<Headline>(sql.HEADLINE, [programId]);
    return row as Headline;
  }

  async generations(programId: string | null): Promise<GenerationNumbers[]> {
    return this.db.read(sql.GENERATIONS, [programId]);
  }

  async decisions(programId: string | null): Promise<Cell[]> {
    return this.db.read(sql.DECISIONS, [programId]);
  }

  async grounds(programId: string | null): Promise<Cell[]> {
    return this.db.read(sql.GROUNDS, [programId]);
  }

  async appeals(programId: string | null): Promise<AppealNumbers> {
    const [row] = await this.db.read<AppealNumbers>(sql.APPEALS, [programId]);
    return row as AppealNumbers;
  }

  async feedback(programId: string | null): Promise<Cell[]> {
    return this.db.read(sql.FEEDBACK, [programId]);
  }

  async paid(programId: string | null): Promise<Paid[]> {
    return this.db.read(sql.PAID, [programId]);
  }
}
