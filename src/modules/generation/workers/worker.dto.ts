import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize, IsArray, IsIn, IsInt, IsNumber, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength, ValidateNested,
} from 'class-validator'; // prettier-ignore
import { SKIP_REASONS } from '../domain/capabilities';
import { FAILURE_CODES, STYLES, type FailureCode, type FrameRate, type Style } from '../domain/provider';
import { WORKER_STATES, type WorkerState } from '../domain/worker.workflow';

const NO_CONTROLS = /^\P{Cc}*$/u;

/** What a worker can do. What is absent is no limit. */
export class CapabilitiesBody {
  /** Keys of the models it renders, as in `spec.model`. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(80, { each: true })
  models?: string[];

  /** Pixels. */
  @IsOptional()
  @IsInt()
  @Min(2)
  @Max(16384)
  maxWidth?: number;

  /** Pixels. */
  @IsOptional()
  @IsInt()
  @Min(2)
  @Max(16384)
  maxHeight?: number;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3600)
  maxSeconds?: number;

  /** Frames per second it can deliver. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsInt({ each: true })
  frameRates?: number[];
}

export class RegisterBody {
  /** Unique below one key. Registering under it again is the same worker. */
  @IsString()
  @MinLength(1)
  @MaxLength(80)
  @Matches(NO_CONTROLS, { message: 'name must not hold control characters' })
  name: string;

  /** Of the worker's own program. */
  @IsString()
  @MaxLength(80)
  @Matches(NO_CONTROLS, { message: 'version must not hold control characters' })
  version: string;

  /** Clips it renders at once. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(64)
  slots: number = 1;

  @IsOptional()
  @ValidateNested()
  @Type(() => CapabilitiesBody)
  capabilities: CapabilitiesBody = {};
}

export class WorkerTokenView {
  /** Bearer token for every other call. */
  token: string;
  /** Ask for a new one before. */
  tokenExpiresAt: string;
}

export class RegisteredView extends WorkerTokenView {
  workerId: string;
  pool: string;
  @ApiProperty({ enum: WORKER_STATES })
  state: WorkerState;
  /** A clip whose worker is silent for this long is given to another one. */
  leaseSeconds: number;
  /** How often to send a heartbeat for each clip in hand. */
  heartbeatSeconds: number;
}

export class JobClaimBody {
  /** Of the worker's own making. Asking again under it gives the clips of the first time: for a lost answer. */
  @IsOptional()
  @IsString()
  @Matches(/^[\x21-\x7e]{1,100}$/, { message: 'claimId must be 1 to 100 printable characters' })
  claimId?: string;

  /** How long to wait for a clip, milliseconds. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(25_000)
  waitMs: number = 0;

  /** Clips wanted at most. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(16)
  max: number = 1;
}

/** What to render. Nothing in it says for whom. */
export class JobSpec {
  /** Key of the model. */
  model: string;
  prompt: string;
  @ApiProperty({ type: String, nullable: true })
  negativePrompt: string | null;
  @ApiProperty({ enum: STYLES })
  style: Style;
  seconds: number;
  width: number;
  height: number;
  @ApiProperty({ type: Number })
  fps: FrameRate;
  /** 0 … 4294967295 */
  seed: number;
  draft: boolean;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Settings that the style has for this model; empty where it has none.',
  })
  parameters: Record<string, unknown>;
}

export class JobView {
  /** Id of the clip. */
  id: string;
  /** To be sent with every word about this clip: it tells this lease from an earlier or a later one. */
  fence: number;
  @ApiProperty({ type: JobSpec })
  spec: JobSpec;
  leaseExpiresAt: string;
  /** After this instant the clip is given up, however lively its worker. */
  deadlineAt: string;
}

/** How many clips that wait for a worker were passed over, by reason. */
export class SkippedView {
  @ApiProperty({ enum: [...SKIP_REASONS, 'no_slot'], required: false, description: 'Why they do not fit.' })
  reason: (typeof SKIP_REASONS)[number] | 'no_slot';
  count: number;
}

export class JobClaimView {
  @ApiProperty({ type: JobView, isArray: true })
  jobs: JobView[];
  /** Anything but `active`: nothing comes any more. */
  @ApiProperty({ enum: WORKER_STATES })
  state: WorkerState;
  @ApiProperty({ type: SkippedView, isArray: true })
  skipped: SkippedView[];
}

export class LeaseBody {
  @IsInt()
  @Min(1)
  fence: number;
}

export class HeartbeatBody extends LeaseBody {
  /** 0 … 1, never falling. */
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  progress: number = 0;

  /** What it is doing, for the operator. */
  @IsOptional()
  @IsString()
  @MaxLength(80)
  @Matches(NO_CONTROLS, { message: 'phase must not hold control characters' })
  phase?: string;
}

export class HeartbeatView {
  /** Null when the clip was canceled. */
  @ApiProperty({ type: String, nullable: true })
  leaseExpiresAt: string | null;
  /** Stop and forget the clip: its artist has canceled it, or its deadline has passed. */
  cancel: boolean;
  /** Finish what is in hand and claim nothing more. */
  drain: boolean;
}

export class UploadBody extends LeaseBody {
  @IsInt()
  @Min(1)
  @Max(2_147_483_648)
  bytes: number;

  /** Hex. */
  @Matches(/^[0-9a-f]{64}$/, { message: 'sha256 must be 64 hexadecimal digits' })
  sha256: string;
}

export class UploadView {
  @ApiProperty({ enum: ['PUT'] })
  method: 'PUT';
  /** Relative to the address of Atelier when it begins with a slash. */
  url: string;
  /** To be sent with the file as they are. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  headers: Record<string, string>;
  expiresAt: string;
}

export class CompleteBody extends UploadBody {
  /** Version of the model that made it; written into the clip. */
  @IsString()
  @MinLength(1)
  @MaxLength(80)
  @Matches(NO_CONTROLS, { message: 'model must not hold control characters' })
  model: string;
}

export class FailBody extends LeaseBody {
  @ApiProperty({ enum: FAILURE_CODES })
  @IsIn(FAILURE_CODES)
  code: FailureCode;

  @IsString()
  @MinLength(1)
  @MaxLength(500)
  @Matches(NO_CONTROLS, { message: 'message must not hold control characters' })
  message: string;
}

export class EndedView {
  /** Id of the clip. */
  id: string;
  /** `delivered`, or `returned` to be tried again or given up. */
  @ApiProperty({ enum: ['delivered', 'returned'] })
  outcome: 'delivered' | 'returned';
}

export class StandingView {
  @ApiProperty({ enum: WORKER_STATES })
  state: WorkerState;
}
