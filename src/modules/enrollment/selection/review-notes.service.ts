import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { ApplicationService } from '../applications/application.service';
import { enrollmentRefusals } from '../contract';
import { ReviewRepository } from './review.repository';
import type { ReviewNotesView } from './selection.dto';

/** What the panel wrote about one application, for whoever decides. */
@Injectable()
export class ReviewNotesService {
  constructor(
    private readonly reading: ApplicationService,
    private readonly reviews: ReviewRepository,
  ) {}

  /** The own application's notes are nobody's to read for themselves. */
  async notes(me: Actor, applicationId: string): Promise<ReviewNotesView> {
    const row = await this.reading.visible(me, applicationId);
    if (row.personId === me.id) throw refusal(enrollmentRefusals, 'own_application');
    const notes = await this.reviews.notesOf(row.id);
    return { items: notes.map(({ score, note }) => ({ score: score / 100, note })) };
  }
}
