import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import type { DomainEvent } from '../../../kernel/event';
import type { Tx } from '../../../platform/db/database';
import { On } from '../../../platform/outbox/listener.registry';
import { markedUnusable, type MarkedUnusable } from '../../generation';
import { parametersOf } from '../domain/parameters';
import { FilingService } from './intake.service';

/** An unusable clip is evidence: what its artist said about it becomes feedback, and is paid when it is accepted. */
@Injectable()
export class UnusableListener {
  constructor(private readonly filing: FilingService) {}

  @On(markedUnusable)
  async markedUnusable(tx: Tx, { payload }: DomainEvent<MarkedUnusable>): Promise<void> {
    const { personId, programId, generationId, reasonText, note, clip } = payload;
    const text = note === null ? reasonText : `${reasonText}\n\n${note}`;
    const parameters = parametersOf(clip, false);
    const input = { type: 'issue', title: `Unusable: ${reasonText}`, text } as const;
    await this.filing.file(tx, SYSTEM, {
      personId,
      programId,
      generationId,
      parameters,
      origin: 'unusable',
      input,
    });
  }
}
