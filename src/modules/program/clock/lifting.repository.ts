import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import type { ClauseEnd } from '../domain/clause-end';
import { INSERT_LIFTING, LIST_SECRECY } from './lifting.sql';

/** A version whose secrecy may have ended: every one that ever governed. */
export interface Secret {
  readonly termsId: string;
  readonly programId: string;
  readonly content: object;
  readonly endsAt: Date;
  readonly releasedAt: Date | null;
  /** Clauses of it that are lifted already. */
  readonly lifted: readonly string[];
}

@Injectable()
export class LiftingRepository {
  constructor(private readonly db: Database) {}

  async listSecrecy(): Promise<Secret[]> {
    return this.db.read<Secret & Record<string, unknown>>(LIST_SECRECY);
  }

  /** `false`: it was lifted before. */
  async insert(tx: Tx, secret: Secret, clauseId: string, { at, because }: ClauseEnd): Promise<boolean> {
    const values = [secret.programId, secret.termsId, clauseId, because, at];
    return (await tx.run(INSERT_LIFTING, values)) === 1;
  }
}
