import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { EnrollmentService } from '../../enrollment';
import { feedbackRefusals } from '../contract';
import type { SimilarPage, SimilarQuery } from './similar.dto';
import { SimilarRepository } from './similar.repository';

/** Suggests what was said before, so that nobody writes it a second time without knowing. */
@Injectable()
export class SimilarService {
  constructor(
    private readonly similar: SimilarRepository,
    private readonly enrollments: EnrollmentService,
  ) {}

  /** Within a programme of one's own. Private items and reports of harm and of rights are never suggested. */
  async find(me: Actor, { programId, text }: SimilarQuery): Promise<SimilarPage> {
    const mine = await this.enrollments.ofPerson(me.id);
    if (!mine.some((card) => card.programId === programId)) throw refusal(feedbackRefusals, 'not_found');
    return { items: await this.similar.find(programId, me.id, text) };
  }
}
