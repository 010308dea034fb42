import { Injectable } from '@nestjs/common';
import type { FileEntity } from '../files/file.entity';
import { FileRepository } from '../files/file.repository';
import type { StoredForm } from '../forms/form.dto';
import { FormService } from '../forms/form.service';
import { ReviewRepository } from '../selection/review.repository';
import type { ApplicationEntity } from './application.entity';
import { ApplicationRepository } from './application.repository';

/** What belongs to applications beside their rows, by application id (forms by form id). */
export interface Dossiers {
  readonly files: ReadonlyMap<string, readonly FileEntity[]>;
  readonly forms: ReadonlyMap<string, StoredForm>;
  /** What reviewers wrote for the artist; of the own ones only. */
  readonly comments: ReadonlyMap<string, readonly string[]>;
  /** Positions on the waiting list; of the own ones only. */
  readonly positions: ReadonlyMap<string, number>;
}

/** Files, forms and reviews of a page of applications, each asked for once. */
@Injectable()
export class DossierService {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly files: FileRepository,
    private readonly forms: FormService,
    private readonly reviews: ReviewRepository,
  ) {}

  async of(rows: readonly ApplicationEntity[], own: readonly ApplicationEntity[]): Promise<Dossiers> {
    const ownIds = own.map(({ id }) => id);
    const [files, forms, comments, positions] = await Promise.all([
      this.files.listOf(rows.map(({ id }) => id)),
      this.forms.byIds(rows.map(({ formId }) => formId)),
      this.reviews.commentsOf(ownIds),
      this.applications.positions(ownIds),
    ]);
    const byApplication = new Map<string, FileEntity[]>();
    for (const file of files)
      byApplication.set(file.applicationId, [...(byApplication.get(file.applicationId) ?? []), file]);
    return { files: byApplication, forms, comments, positions };
  }

  async hasConflict(personId: string, applicationId: string): Promise<boolean> {
    return this.reviews.hasConflict(personId, applicationId);
  }
}
