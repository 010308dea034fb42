import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import type { Tx } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { GuardService, StatementsService } from '../../redress';

const KINDS = ['submission_declined', 'work_taken_down'] as const;

/** What an appeal means for the statement that is appealed, and for what comes after it. */
@Injectable()
export class AppealReasonsService {
  constructor(
    private readonly statements: StatementsService,
    private readonly guard: GuardService,
    private readonly audit: AuditService,
  ) {}

  /** An appeal is protected: what follows it soon goes through other hands. */
  async appealed(tx: Tx, personId: string, appealId: string): Promise<void> {
    await this.guard.protect(tx, personId, 'appeal', appealId);
  }

  /** The statement no longer holds, wholly or in part. */
  async overturned(tx: Tx, submissionId: string, isWhole: boolean): Promise<void> {
    await this.statements.undo(tx, submissionId, KINDS, isWhole);
  }

  async note(
    tx: Tx,
    actor: Actor,
    act: string,
    id: string,
    facts: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.audit.record(tx, actor, act, id, { ...facts });
  }
}
