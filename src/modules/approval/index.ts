export * from './contract';
export { ApprovalModule } from './approval.module';
export { ApprovalService } from './approval.service';
export { ClocksService } from './submissions/clock.service';
export { WorksService } from './works/work.service';
export { ReviewNumbersService } from './numbers/clock-numbers.service';
