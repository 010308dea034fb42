import { ApiProperty } from '@nestjs/swagger';
import { toJsonInteger } from '../../../kernel/money';
import { ATTACHMENT_TYPES } from '../domain/attachment';
import type { FeedbackFileEntity } from './feedback-file.entity';

/** A file that goes with feedback or that a task shows. */
export class FeedbackFileView {
  /** `fbf_…` */
  id: string;

  /** As its sender named it, without what could harm. */
  name: string;

  /** What its bytes say it is. */
  @ApiProperty({ enum: Object.keys(ATTACHMENT_TYPES) })
  contentType: string;

  bytes: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Length of a video.' })
  seconds: number | null;

  /** Where it is, for who may see it. */
  url: string;
}

export function fileView({ id, name, contentType, bytes, seconds }: FeedbackFileEntity): FeedbackFileView {
  const url = `/api/v1/feedback-files/${id}`;
  return { id, name, contentType, bytes: toJsonInteger(bytes), seconds, url };
}
