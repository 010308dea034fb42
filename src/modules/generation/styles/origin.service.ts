import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { generationRefusals } from '../contract';
import type { Brief } from '../domain/brief';
import type { GenerationInput } from '../generation.dto';
import { GenerationRepository } from '../generation.repository';
import { ReferenceService } from './reference.service';

/** What a request starts from: an own picture, an own clip. */
@Injectable()
export class OriginService {
  constructor(
    private readonly references: ReferenceService,
    private readonly generations: GenerationRepository,
  ) {}

  /** Refuses `no_reference` and `no_parent`. */
  async of(
    actor: Actor,
    { referenceId, parentId }: GenerationInput,
  ): Promise<Pick<Brief, 'referenceId' | 'parentId'>> {
    if (referenceId !== undefined) await this.references.own(actor, referenceId);
    if (parentId !== undefined) {
      const parent = await this.generations.find(parentId);
      if (parent?.personId !== actor.id)
        throw refusal(generationRefusals, 'no_parent', { field: 'parentId' });
    }
    return { referenceId: referenceId ?? null, parentId: parentId ?? null };
  }
}
