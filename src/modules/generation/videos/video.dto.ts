import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { VIDEO_STATUSES, type VideoStatus } from '../domain/video-words';

export class VideoErrorView {
  /** Stable; `CONTENT_POLICY`, `canceled`, … */
  code: string;
  message: string;
}

/** A clip in the words of the `/v1/videos` API; members are named as there. */
export class VideoView {
  id: string;
  @ApiProperty({ enum: ['video'] })
  object: 'video';
  model: string;
  @ApiProperty({ enum: VIDEO_STATUSES })
  status: VideoStatus;
  /** Percent. */
  progress: number;
  /** Unix seconds. */
  created_at: number;
  @ApiProperty({ type: Number, nullable: true })
  completed_at: number | null;
  @ApiProperty({ type: Number, nullable: true })
  expires_at: number | null;
  @ApiProperty({ type: String, nullable: true })
  prompt: string | null;
  /** Pixels, `1280x720`. */
  size: string;
  /** Whole seconds as text. */
  seconds: string;
  @ApiProperty({ type: String, nullable: true })
  remixed_from_video_id: string | null;
  @ApiProperty({ type: VideoErrorView, nullable: true })
  error: VideoErrorView | null;
}

export class VideoListView {
  @ApiProperty({ enum: ['list'] })
  object: 'list';
  @ApiProperty({ type: [VideoView] })
  data: VideoView[];
  @ApiProperty({ type: String, nullable: true })
  first_id: string | null;
  @ApiProperty({ type: String, nullable: true })
  last_id: string | null;
  has_more: boolean;
}

export class DeletedVideoView {
  id: string;
  @ApiProperty({ enum: ['video.deleted'] })
  object: 'video.deleted';
  deleted: boolean;
}

export class VideoListQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;

  @IsOptional()
  @IsIn(['asc', 'desc'], { message: 'order must be asc or desc' })
  order: 'asc' | 'desc' = 'desc';

  /** Only what comes after this one. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value))
  @IsString()
  @MaxLength(60)
  after?: string;
}

export const VARIANTS = ['video', 'thumbnail', 'spritesheet'] as const;

export class VideoContentQuery {
  @IsOptional()
  @IsIn(VARIANTS, { message: `variant must be one of ${VARIANTS.join(', ')}` })
  variant: (typeof VARIANTS)[number] = 'video';
}

export class ModelView {
  id: string;
  @ApiProperty({ enum: ['model'] })
  object: 'model';
  /** Unix seconds; 0: not known. */
  created: number;
  owned_by: string;
}

export class ModelListView {
  @ApiProperty({ enum: ['list'] })
  object: 'list';
  @ApiProperty({ type: [ModelView] })
  data: ModelView[];
}
