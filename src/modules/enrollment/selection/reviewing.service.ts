import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import type { Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { available } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { ProgramService } from '../../program';
import type { ApplicationEntity } from '../applications/application.entity';
import { ApplicationRepository } from '../applications/application.repository';
import { DossierService } from '../applications/dossier.service';
import { enrollmentRefusals } from '../contract';
import { blindAnswers } from '../domain/form';
import { reviewWorkflow } from '../domain/review.workflow';
import type { Criterion } from '../domain/rubric';
import { fileView } from '../files/file.dto';
import { FormService } from '../forms/form.service';
import type { ApplicationReviewQuery, ApplicationReviewView } from './review.dto';
import type { ReviewEntity } from './review.entity';
import { ReviewRepository } from './review.repository';

/** What reviewers read: the application without whose it is; after a recusal nothing of it. */
@Injectable()
export class ReviewingService {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly reviews: ReviewRepository,
    private readonly dossiers: DossierService,
    private readonly forms: FormService,
    private readonly programs: ProgramService,
  ) {}

  async mine(
    me: Actor,
    { state, cursor, limit }: ApplicationReviewQuery,
  ): Promise<Page<ApplicationReviewView>> {
    const { items, next } = await this.reviews.mine(me.id, state, cursor, limit);
    return { items: await Promise.all(items.map((row) => this.view(me, row))), next };
  }

  async get(me: Actor, id: string): Promise<ApplicationReviewView> {
    return this.view(me, await this.own(me, id));
  }

  /** Somebody else's is `not_found`. */
  async own(me: Actor, id: string): Promise<ReviewEntity> {
    const row = await this.reviews.find(id);
    if (row?.reviewerId !== me.id) throw refusal(enrollmentRefusals, 'not_found');
    return row;
  }

  /** The review as a way to its application's files: closed by a recusal. */
  async opened(me: Actor, id: string): Promise<ReviewEntity> {
    const row = await this.own(me, id);
    if (row.state === 'recused') throw refusal(enrollmentRefusals, 'not_found');
    return row;
  }

  /** Criteria of the form that it was handed in by; the newest where there was none. */
  async rubric({ formId, programId }: ApplicationEntity, tx?: Tx): Promise<readonly Criterion[]> {
    const handedIn = (await this.forms.byIds([formId])).get(formId ?? '');
    const { rubric } = handedIn?.content ?? { rubric: [] };
    return rubric.length > 0 ? rubric : (await this.forms.newest(programId, tx)).content.rubric;
  }

  private async view(me: Actor, row: ReviewEntity): Promise<ApplicationReviewView> {
    const application = await this.applications.get(row.applicationId);
    const isRecused = row.state === 'recused';
    const [rubric, { files, forms }, programs] = await Promise.all([
      this.rubric(application),
      this.dossiers.of([application], []),
      this.programs.cards([row.programId]),
    ]);
    const form = forms.get(application.formId ?? '');
    const facts = { isOwn: true, isOpen: application.state === 'in_review', unscored: [] };
    const answers = isRecused || form === undefined ? [] : blindAnswers(form.content, application.answers);
    return {
      id: row.id,
      programId: row.programId,
      programName: programs.get(row.programId)?.name ?? '',
      applicationId: application.id,
      state: row.state,
      rubric: rubric.map((criterion) => ({ ...criterion, anchors: [...criterion.anchors] })),
      statement: isRecused ? '' : application.statement,
      answers: answers.map(({ key, label, answer }) => ({ key, label, answer: textOf(answer) })),
      portfolio: isRecused ? [] : application.portfolio,
      files: isRecused
        ? []
        : (files.get(application.id) ?? []).map((file) => linked(row.id, fileView(file, true))),
      decideBy: application.decideBy?.toISOString() ?? null,
      scores: { ...row.scores },
      score: row.score === null ? null : row.score / 100,
      panelNote: row.panelNote,
      applicantComment: row.applicantComment,
      available: available(reviewWorkflow, row.state, me, facts),
    };
  }
}

const textOf = (answer: string | number | boolean | readonly string[]): string => {
  if (typeof answer === 'boolean') return answer ? 'Yes' : 'No';
  return typeof answer === 'object' ? answer.join(', ') : String(answer);
};

const linked = <F extends { id: string }>(reviewId: string, file: F): F => ({
  ...file,
  link: `/api/v1/application-reviews/${reviewId}/files/${file.id}`,
});
