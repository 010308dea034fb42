import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { Database } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { AuditService } from '../../audit';
import { confidentialityLifted, type Clause } from '../contract';
import { clauseEnd, type ClauseEnd } from '../domain/clause-end';
import { LiftingRepository, type Secret } from './lifting.repository';

/** Secrecy that ends by itself is said to have ended: once for each clause, dated, told to everybody it bound. */
@Injectable()
export class LiftingService {
  constructor(
    private readonly db: Database,
    private readonly liftings: LiftingRepository,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** Returns how many clauses were lifted. Safe to run anywhere, at any moment, several at once. */
  async liftDue(now = new Date()): Promise<number> {
    let count = 0;
    for (const secret of await this.liftings.listSecrecy()) {
      for (const clause of (secret.content as { clauses: Clause[] }).clauses) {
        if (clause.document !== 'confidentiality' || secret.lifted.includes(clause.id)) continue;
        const end = clauseEnd(clause, secret);
        if (end !== null && end.at <= now) count += await this.lift(secret, clause, end);
      }
    }
    return count;
  }

  private async lift(secret: Secret, { id: clauseId, title }: Clause, end: ClauseEnd): Promise<number> {
    const { programId, termsId } = secret;
    return this.db.tx(async (tx) => {
      if (!(await this.liftings.insert(tx, secret, clauseId, end))) return 0;
      const { because } = end;
      await this.audit.record(tx, SYSTEM, 'program.lift_secrecy', programId, { termsId, clauseId, because });
      await this.outbox.add(tx, confidentialityLifted, { programId, termsId, clauseId, title, because });
      return 1;
    });
  }
}
