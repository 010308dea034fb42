import { AsideService } from './aside.service';
import { ConflictRepository } from './conflict.repository';
import { ConflictService } from './conflict.service';
import { DecisionService } from './decision.service';
import { DeskController } from './desk.controller';
import { DeskRepository } from './desk.repository';
import { DeskService } from './desk.service';
import { InsightService } from './insight.service';
import { NoteRepository } from './note.repository';
import { NoteService } from './note.service';
import { QueueRepository } from './queue.repository';
import { ReviewQueueService } from './queue.service';
import { ReviewController } from './review.controller';

/** The parts of review, for the module. */
export const REVIEW_CONTROLLERS = [ReviewController, DeskController];

export const REVIEW_PROVIDERS = [
  QueueRepository,
  ConflictRepository,
  NoteRepository,
  InsightService,
  DeskRepository,
  DeskService,
  DecisionService,
  ReviewQueueService,
  ConflictService,
  NoteService,
  AsideService,
];
