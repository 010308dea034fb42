import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { Outbox } from '../../../platform/outbox/outbox';
import { AuditService } from '../../audit';
import { QuotaService } from '../../quota';
import { generationRefusals, markedUnusable } from '../contract';
import { shotOf, UNUSABLE_REASONS } from '../domain/unusable';
import type { GenerationView } from '../generation.dto';
import { viewOf } from '../generation.mapping';
import { GenerationRepository } from '../generation.repository';
import { MoveService } from '../move.service';
import type { UnusableInput } from './unusable.dto';

/** Clips that their artists cannot use. The credits come back; in exchange the clip can be no keeper any more. */
@Injectable()
export class UnusableService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly generations: GenerationRepository,
    private readonly moves: MoveService,
    private readonly quota: QuotaService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Refuses `not_found` (somebody else's included), `not_finished`, `is_keeper`, and when nothing comes back
   * `quota.already_given_back`, `quota.shot_allowance_used`, `quota.week_allowance_used`: then nothing is marked.
   */
  async mark(actor: Actor, id: string, { reason, note }: UnusableInput, once: Once): Promise<GenerationView> {
    const seen = await this.generations.find(id);
    if (seen === null || seen.personId !== actor.id) throw refusal(generationRefusals, 'not_found');
    return this.idempotency.run(once, async (tx) => {
      const row = await this.moves.lock(tx, id);
      if (row.state !== 'succeeded') throw refusal(generationRefusals, 'not_finished', { state: row.state });
      if (row.isKeeper) throw refusal(generationRefusals, 'is_keeper');
      const evidence = { reason, note: note ?? null, seed: Number(row.seed), batchId: row.batchId };
      await this.quota.giveBack(tx, { generationId: id, cause: 'unusable', shot: shotOf(row), evidence });
      await this.generations.change(tx, id, { unusableReason: reason, unusableNote: note ?? null });
      await this.audit.record(tx, actor, 'generation.mark_unusable', id, { reason, credits: row.credits });
      const { personId, programId, model, provider, style, seconds, resolution, aspect, fps, draft, prompt } =
        row;
      const clip = {
        model,
        provider,
        style,
        seconds,
        resolution,
        aspect,
        fps,
        draft,
        prompt,
        seed: Number(row.seed),
      };
      const about = { generationId: id, personId, programId, reason, reasonText: UNUSABLE_REASONS[reason] };
      await this.outbox.add(tx, markedUnusable, { ...about, note: note ?? null, clip });
      const marked = (await this.generations.find(id, tx)) ?? row;
      const files = (await this.generations.listFiles([id], tx)).get(id) ?? [];
      return viewOf(marked, files, actor);
    });
  }
}
