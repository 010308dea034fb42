import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../kernel/event';
import type { Tx } from '../../platform/db/database';
import { On } from '../../platform/outbox/listener.registry';
import {
  submissionAssigned,
  type SubmissionAssigned,
  submissionMoved,
  type SubmissionMoved,
  appealMoved,
  licenceGranted,
  type LicenceGranted,
  type AppealMoved,
  workPublished,
  type WorkPublished,
} from '../approval/contract';
import { feedbackMoved, type FeedbackMoved } from '../feedback/contract';
import {
  clipsGoing,
  filesBad,
  generationMoved,
  workerHeld,
  type ClipsGoing,
  type FilesBad,
  type GenerationMoved,
  type WorkerHeld,
} from '../generation/contract';
import { NoticeService } from './notice.service';

/** Clips, what is shown of them, and what is said about them. */
@Injectable()
export class WorkListener {
  constructor(private readonly notices: NoticeService) {}

  @On(generationMoved)
  async onGenerationMoved(tx: Tx, event: DomainEvent<GenerationMoved>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(workerHeld)
  async onWorkerHeld(tx: Tx, event: DomainEvent<WorkerHeld>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(filesBad)
  async onFilesBad(tx: Tx, event: DomainEvent<FilesBad>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(clipsGoing)
  async onClipsGoing(tx: Tx, event: DomainEvent<ClipsGoing>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(submissionMoved)
  async onSubmissionMoved(tx: Tx, event: DomainEvent<SubmissionMoved>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(submissionAssigned)
  async onSubmissionAssigned(tx: Tx, event: DomainEvent<SubmissionAssigned>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(appealMoved)
  async onAppealMoved(tx: Tx, event: DomainEvent<AppealMoved>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(workPublished)
  async onWorkPublished(tx: Tx, event: DomainEvent<WorkPublished>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(licenceGranted)
  async onLicenceGranted(tx: Tx, event: DomainEvent<LicenceGranted>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(feedbackMoved)
  async onFeedbackMoved(tx: Tx, event: DomainEvent<FeedbackMoved>): Promise<void> {
    await this.notices.tell(tx, event);
  }
}
