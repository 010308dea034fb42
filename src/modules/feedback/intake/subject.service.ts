import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { EnrollmentService } from '../../enrollment';
import { GenerationService } from '../../generation';
import { feedbackRefusals } from '../contract';
import { markerFaults, type Marker } from '../domain/markers';
import { parametersOf, type ClipParameters } from '../domain/parameters';
import { FeedbackRepository } from '../feedback.repository';

import type { FeedbackInput } from './intake.dto';

/** Refuses `marker_outside_clip` and `marker_malformed`, with the positions of the markers and what each needs. */
export function checkMarkers(markers: readonly Marker[], seconds: number): void {
  const faults = markerFaults(markers, seconds);
  if (faults.length === 0) return;
  const outside = faults.filter(({ isOutside }) => isOutside);
  const named = outside.length > 0 ? outside : faults;
  const details = {
    markers: [...new Set(named.map(({ marker }) => marker))],
    fields: faults.map(({ marker, member, needs }) => ({
      field: `markers.${marker}.${member}`,
      faults: [needs],
    })),
  };
  if (outside.length === 0) throw refusal(feedbackRefusals, 'marker_malformed', details);
  const detail = `The clip is ${seconds} s long; move or remove the markers beyond it.`;
  throw refusal(feedbackRefusals, 'marker_outside_clip', { ...details, detail, seconds });
}

export interface Subject {
  readonly programId: string;
  readonly generationId: string | null;
  readonly parameters: ClipParameters | null;
}

/** Reported whatever has become of the programme. */
const SAFEGUARDS: ReadonlySet<string> = new Set(['harm', 'rights']);

/** What feedback is about: a clip of one's own with its parameters, or the programme as a whole. */
@Injectable()
export class SubjectService {
  constructor(
    private readonly generations: GenerationService,
    private readonly enrollments: EnrollmentService,
    private readonly feedback: FeedbackRepository,
  ) {}

  async of(me: Actor, input: FeedbackInput): Promise<Subject> {
    const subject =
      (input.generationId ?? null) === null ? await this.programme(me, input) : await this.clip(me, input);
    if (!SAFEGUARDS.has(input.type)) await this.enrollments.checkOpen(me.id, subject.programId, 'feedback');
    await this.checkSimilar(subject.programId, input.similarTo);
    return subject;
  }

  private async clip(me: Actor, { generationId, markers, isPrivate }: FeedbackInput): Promise<Subject> {
    const clip = await this.generations.get(generationId ?? '');
    if (clip.personId !== me.id) throw refusal(feedbackRefusals, 'not_found');
    checkMarkers(markers ?? [], clip.seconds);
    const parameters = parametersOf(clip, isPrivate === true);
    return { programId: clip.programId, generationId: clip.id, parameters };
  }

  private async programme(me: Actor, { markers, ratings, programId }: FeedbackInput): Promise<Subject> {
    const isAboutClip = (markers ?? []).length > 0 || Object.keys(ratings ?? {}).length > 0;
    if (isAboutClip) throw refusal(feedbackRefusals, 'clip_missing');
    // Not `activeOf`: a pause or a suspension stops generating and nothing else.
    const mine = await this.enrollments.ofPerson(me.id);
    const named = (programId ?? null) === null ? mine : mine.filter((card) => card.programId === programId);
    const [only, another] = named;
    if (only === undefined) throw refusal(feedbackRefusals, 'not_enrolled');
    if (another !== undefined) throw refusal(feedbackRefusals, 'programme_needed');
    return { programId: only.programId, generationId: null, parameters: null };
  }

  private async checkSimilar(programId: string, similarTo: string | null | undefined): Promise<void> {
    if ((similarTo ?? null) === null) return;
    const other = await this.feedback.find(similarTo ?? '');
    if (other === null || other.programId !== programId) throw refusal(feedbackRefusals, 'original_unfit');
  }
}
