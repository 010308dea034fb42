import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { PageQuery } from '../../platform/http/page-query.dto';
import { QuoteLineView } from '../quota';
import { BinNoteView } from './bin/bin.dto';
import { ASPECTS, FRAME_RATES, GENERATION_STATES, RESOLUTIONS, UNUSABLE_REASON_CODES, type Aspect, type FrameRate, type GenerationState, type Resolution, type UnusableReason } from './contract'; // prettier-ignore
import { nearestOf, oneOf, oneShape, oneSize, within } from './domain/limits';
import { WISHES, type Wish } from './domain/provider';
import { LIMITS } from './domain/request';
import { SEED_ORIGINS, type SeedOrigin } from './domain/seed';

const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.trim() : value;

const { promptMin, promptMax, secondsMin, secondsMax, variationsMax, seedMax, projectMax } = LIMITS;
const seconds = { message: within(secondsMin, secondsMax, 'whole seconds') };
const seed = { message: within(0, seedMax, 'a whole number') };
const variations = { message: within(1, variationsMax, 'a whole number') };

export class GenerationInput {
  /** The model, or the key of the provider, that shall make it. Absent: whichever suits best. */
  @ValidateIf((_, value) => value !== undefined)
  @IsString()
  @Length(1, 120)
  model?: string;

  /** Needed only by artists in more than one programme. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;

  /** What the clip shows. */
  @Transform(trimmed)
  @IsString()
  @Length(promptMin, promptMax, { message: `must have ${promptMin} to ${promptMax} characters` })
  prompt: string;

  /** What it must not show. */
  @IsOptional()
  @Transform(trimmed)
  @IsString()
  @MaxLength(promptMax, { message: `must have at most ${promptMax} characters` })
  negativePrompt?: string;

  /** Key of a published style (`GET /styles`), or `none`. */
  @IsString()
  @Length(1, 40, { message: 'must be the key of a style, or none' })
  style: string = 'none';

  /** A version of that style; absent: the newest. */
  @IsOptional()
  @IsInt()
  @Min(1)
  styleVersion?: number;

  /** A picture to start from (`POST /references`). */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  referenceId?: string;

  /** The own clip that this one remixes. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  parentId?: string;

  /** Length in whole seconds. */
  @IsInt(seconds)
  @Min(secondsMin, seconds)
  @Max(secondsMax, seconds)
  seconds: number = 10;

  @ApiProperty({ enum: RESOLUTIONS, default: '720p' })
  @IsIn(RESOLUTIONS, { message: oneSize(RESOLUTIONS) })
  resolution: Resolution = '720p';

  /** Frames per second. */
  @ApiProperty({ enum: FRAME_RATES, default: 24 })
  @IsIn(FRAME_RATES, { message: nearestOf(FRAME_RATES) })
  fps: FrameRate = 24;

  @ApiProperty({ enum: ASPECTS, default: '16:9' })
  @IsIn(ASPECTS, { message: oneShape(ASPECTS) })
  aspect: Aspect = '16:9';

  /** Same request and seed, same picture. Absent: a random one, told in the answer. */
  @IsOptional()
  @IsInt(seed)
  @Min(0, seed)
  @Max(seedMax, seed)
  seed?: number;

  /** Clips of this request; each takes the next seed. */
  @IsInt(variations)
  @Min(1, variations)
  @Max(variationsMax, variations)
  variations: number = 1;

  /** Drafts cost a quarter and are promoted to finals with the same seed. */
  @IsBoolean()
  draft: boolean = true;

  /** Groups clips; any short name. */
  @IsOptional()
  @Transform(trimmed)
  @IsString()
  @Length(1, projectMax, { message: `must have 1 to ${projectMax} characters` })
  project?: string;
}

export class KeeperInput {
  /** Whether this clip is usable. */
  @IsBoolean()
  isKeeper: boolean;
}

export class GenerationQuery extends PageQuery {
  @ApiProperty({ enum: GENERATION_STATES, required: false })
  @IsOptional()
  @IsIn(GENERATION_STATES, { message: oneOf(GENERATION_STATES) })
  state?: GenerationState;

  /** Only keepers, or only clips that are none. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: 'must be true or false' })
  keeper?: boolean;

  /** Only clips under this project name. */
  @ValidateIf((_, value) => value !== undefined)
  @IsString()
  @MaxLength(projectMax)
  project?: string;

  /** Only the variations of one request. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  batchId?: string;
}

export class FailureView {
  /** `CONTENT_POLICY`, `INVALID_INPUT`, `DEADLINE` …; stable. */
  code: string;
  /** What happened and what to do. */
  message: string;
}

export class GenerationFilesView {
  /** Address of the MP4; supports range requests. */
  video: string;
  /** Address of a JPEG of one frame. */
  poster: string;
  /** Address of a JPEG with nine frames. */
  sheet: string;
  /** Hex digest of the MP4. */
  sha256: string;
  /** Size of the MP4. */
  bytes: number;
}

export class UnhonouredView {
  @ApiProperty({ enum: WISHES })
  field: Wish;
  /** What happens in its place. */
  says: string;
}

export class RouteLineView {
  /** Key of the renderer. */
  provider: string;
  /** `chosen`, or why not. */
  verdict: string;
  /** The same in words. */
  says: string;
}

export class GenerationView {
  /** `gen_…` */
  id: string;
  /** The request this is a variation of. */
  batchId: string;
  /** The programme it belongs to. */
  programId: string;
  @ApiProperty({ enum: GENERATION_STATES })
  state: GenerationState;
  /** What the clip shows. */
  prompt: string;
  /** Its key is in quarantine: the files are shown to nobody until somebody has looked at the incident. */
  isWithheld: boolean;
  @ApiProperty({ type: String, nullable: true })
  negativePrompt: string | null;
  /** Key of its style, or `none`. */
  style: string;
  /** Version of the style; `null` without one. */
  @ApiProperty({ type: Number, nullable: true })
  styleVersion: number | null;
  @ApiProperty({ type: String, nullable: true })
  referenceId: string | null;
  /** The clip that this one remixes. */
  @ApiProperty({ type: String, nullable: true })
  parentId: string | null;
  /** Wishes that its renderer cannot grant, and what happens in their place. */
  @ApiProperty({ type: [UnhonouredView] })
  unhonoured: UnhonouredView[];
  /** Why this renderer: one line for each there was. Empty when there was no choice. */
  @ApiProperty({ type: [RouteLineView] })
  route: RouteLineView[];
  /** Length in seconds. */
  seconds: number;
  @ApiProperty({ enum: RESOLUTIONS })
  resolution: Resolution;
  @ApiProperty({ enum: FRAME_RATES })
  fps: FrameRate;
  @ApiProperty({ enum: ASPECTS })
  aspect: Aspect;
  /** Pixels. */
  width: number;
  /** Pixels. */
  height: number;
  /** 0 … 2^32 - 1 */
  seed: number;
  /** `chosen` by its artist, `drawn`, or `drawn_again` because a first result was unusable: then `seed` is the one it was made with. */
  @ApiProperty({ enum: SEED_ORIGINS })
  seedOrigin: SeedOrigin;
  /** A draft can be promoted to a final with the same seed. */
  draft: boolean;
  @ApiProperty({ type: String, nullable: true })
  project: string | null;
  /** The draft this final was made from. */
  @ApiProperty({ type: String, nullable: true })
  promotedFrom: string | null;
  /** Marked usable by its artist. */
  isKeeper: boolean;
  /** Why its artist cannot use it; its credits came back. */
  @ApiProperty({ enum: UNUSABLE_REASON_CODES, nullable: true })
  unusableReason: UnusableReason | null;
  /** 0 … 1000 */
  progress: number;
  /** Failed attempts so far; they cost nothing. */
  faults: number;
  /** Credits held while it is open, spent when it succeeds, free again otherwise. */
  credits: number;
  /** Version of the published price table. */
  priceVersion: number;
  /** Which renderer makes it. */
  provider: string;
  /** Version of the model; known when it has succeeded. */
  @ApiProperty({ type: String, nullable: true })
  model: string | null;
  /** RFC 3339. */
  queuedAt: string;
  @ApiProperty({ type: String, nullable: true })
  startedAt: string | null;
  @ApiProperty({ type: String, nullable: true })
  finishedAt: string | null;
  @ApiProperty({ type: FailureView, nullable: true })
  failure: FailureView | null;
  @ApiProperty({ type: GenerationFilesView, nullable: true })
  files: GenerationFilesView | null;
  /** Where its files are on their way out; null: they are simply stored. */
  @ApiProperty({ type: BinNoteView, nullable: true })
  bin: BinNoteView | null;
  /** Rises with every change; the id of the change in the live stream. */
  revision: number;
  /** What the caller may do with it now: `cancel`, `promote`, `keep`, `unkeep`, `mark_unusable`, `bin`, `restore`. */
  @ApiProperty({ type: [String] })
  available: string[];
}

export class BatchView {
  /** `bat_…` */
  batchId: string;
  @ApiProperty({ type: [GenerationView] })
  generations: GenerationView[];
}

export class GenerationPage {
  @ApiProperty({ type: [GenerationView] })
  items: GenerationView[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class QuoteView {
  /** Credits of the whole request. */
  credits: number;
  /** Credits of one variation. */
  each: number;
  /** How many variations. */
  variations: number;
  @ApiProperty({ type: [QuoteLineView] })
  lines: QuoteLineView[];
  /** Version of the published price table. */
  priceVersion: number;
  /** Credits that can be spent now. */
  available: number;
  /** Whether they suffice, together with the programme's pool where there is one. */
  isEnough: boolean;
  /** Expected seconds of rendering for one clip on an idle worker. */
  renderSeconds: number;
  /** Who would make it now. */
  provider: string;
  @ApiProperty({ type: [UnhonouredView] })
  unhonoured: UnhonouredView[];
  @ApiProperty({ type: [RouteLineView] })
  route: RouteLineView[];
}
