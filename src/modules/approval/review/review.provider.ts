import { AgreementService } from '../opinions/agreement.service';
import { OpinionController } from '../opinions/opinion.controller';
import { OpinionRepository } from '../opinions/opinion.repository';
import { OpinionsService } from '../opinions/opinion.service';
import { SamplingService } from '../opinions/sampling.service';
import { AsideService } from './aside.service';
import { AssignmentController } from './assignment.controller';
import { AssignmentRepository } from './assignment.repository';
import { AssignmentService } from './assignment.service';
import { BatchRepository } from './batch.repository';
import { BulkController } from './bulk.controller';
import { BulkItemService } from './bulk-item.service';
import { BulkService } from './bulk.service';
import { ConflictRepository } from './conflict.repository';
import { ConflictService } from './conflict.service';
import { DecisionService } from './decision.service';
import { DeskController } from './desk.controller';
import { DeskRepository } from './desk.repository';
import { DeskService } from './desk.service';
import { HoldController } from './hold.controller';
import { HoldService } from './hold.service';
import { InsightService } from './insight.service';
import { NoteRepository } from './note.repository';
import { NoteService } from './note.service';
import { QueueRepository } from './queue.repository';
import { ReviewQueueService } from './queue.service';
import { ReviewController } from './review.controller';

/** The parts of review, for the module. */
export const REVIEW_CONTROLLERS = [
  ReviewController,
  HoldController,
  AssignmentController,
  BulkController,
  OpinionController,
  DeskController,
];

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
  HoldService,
  AssignmentRepository,
  AssignmentService,
  BatchRepository,
  BulkItemService,
  BulkService,
  OpinionRepository,
  OpinionsService,
  SamplingService,
  AgreementService,
];
