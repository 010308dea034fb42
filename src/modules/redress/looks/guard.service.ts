import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Role } from '../../../kernel/actor';
import { DAY, later } from '../../../kernel/clock';
import { newId } from '../../../kernel/id';
import { Settings } from '../../../platform/config/settings';
import type { Tx } from '../../../platform/db/database';
import { isGuarded, lookTiming, type LookTiming, type ProtectedKind } from '../domain/guard';
import { LOOK_DAYS } from '../domain/look.workflow';
import type { StatementDraft } from '../domain/statement';
import { StatementRepository, type NewStatement } from '../statements/statement.repository';
import { LookRepository } from './look.repository';

export interface Timing {
  readonly look: LookTiming;
  readonly isSampled: boolean;
}

/** Nobody is punished for what they may say: an adverse act soon after it goes through other hands. */
@Injectable()
export class GuardService {
  constructor(
    private readonly statements: StatementRepository,
    private readonly looks: LookRepository,
    private readonly settings: Settings,
  ) {}

  /** Notes that something protected happened, in its own transaction: its kind and time, no word of it. Safe twice. */
  async protect(
    tx: Tx,
    personId: string,
    kind: ProtectedKind,
    sourceId: string,
    at = new Date(),
  ): Promise<void> {
    await this.looks.protect(tx, personId, kind, sourceId, at);
  }

  /** Whether an act waits for a second look. A share of all acts does, so that it says nothing about anybody. */
  async timing(tx: Tx, { kind, ground, personId }: StatementDraft, now: Date): Promise<Timing> {
    const guarded = isGuarded(await this.statements.lastProtected(tx, personId), now);
    const isSampled = !guarded && randomInt(100) < this.settings.secondLookShare;
    return { look: lookTiming(kind, ground, { guarded, isSampled }), isSampled };
  }

  /** Puts the statement before somebody outside of the line. */
  async open(tx: Tx, statement: NewStatement, { look, isSampled }: Timing): Promise<void> {
    const { id: statementId, programId, decidedByRole, confirmedByRole, decidedAt } = statement;
    const line = [decidedByRole, confirmedByRole].filter(
      (role): role is Role => role !== null && role !== 'system',
    );
    await this.looks.insert(tx, {
      id: newId('look'),
      statementId,
      programId,
      isSampled,
      timing: look === 'after' ? 'after' : 'before',
      line,
      state: 'open',
      dueAt: later(decidedAt, LOOK_DAYS * DAY),
    });
  }
}
