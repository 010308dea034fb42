import { ApiProperty } from '@nestjs/swagger';
import { GENERATION_STATES, type GenerationState } from '../contract';

export class AheadView {
  /** A letter for one artist within this answer; it says nothing beyond it. */
  artist: string;
  /** Clips of this artist that start before. */
  clips: number;
  /** Expected seconds of rendering of these. */
  renderSeconds: number;
}

export class CapsView {
  /** Own clips in this pool that occupy a place. */
  underWay: number;
  /** How many may be under way or next in line at once. */
  concurrency: number;
  /** Own clips that wait behind this cap. */
  throttled: number;
  /** How many clips of the whole programme may be under way at once; `null`: as many as there are places. */
  @ApiProperty({ type: Number, nullable: true })
  programConcurrency: number | null;
  /** How many are, whoever asked for them; `null` where there is no such cap. */
  @ApiProperty({ type: Number, nullable: true })
  programUnderWay: number | null;
}

/** Why a clip cannot be made at present. */
export const OBSTACLES = [
  'provider_gone',
  'provider_unavailable',
  'provider_paused',
  'provider_resting',
  'beyond_limits',
  'no_worker',
  'no_worker_fits',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

export class WaitView {
  @ApiProperty({ enum: GENERATION_STATES })
  state: GenerationState;
  /** 1 = next to start; `null` when it no longer waits, or when no worker is there. */
  @ApiProperty({ type: Number, nullable: true })
  position: number | null;
  /** Own clips that start before it. */
  aheadOwn: number;
  /** Other artists' clips that start before it. */
  aheadOthers: number;
  /** How many artists these belong to. */
  aheadArtists: number;
  /** The same by artist, most clips first, at most twenty. */
  @ApiProperty({ type: [AheadView] })
  ahead: AheadView[];
  @ApiProperty({ type: CapsView })
  caps: CapsView;
  /** Renders that all workers of its pool can do at once. */
  places: number;
  /** Clips that occupy them now. */
  underWay: number;
  /** Seconds until it starts: half of all clips do by then. */
  @ApiProperty({ type: Number, nullable: true })
  startP50Seconds: number | null;
  /** Seconds until it starts: nine of ten clips do by then. */
  @ApiProperty({ type: Number, nullable: true })
  startP90Seconds: number | null;
  /** Seconds until it is finished: half of all clips are by then. */
  @ApiProperty({ type: Number, nullable: true })
  p50Seconds: number | null;
  /** Seconds until it is finished: nine of ten clips are by then. */
  @ApiProperty({ type: Number, nullable: true })
  p90Seconds: number | null;
  /** Whether somebody is there who can make it. */
  isPossible: boolean;
  @ApiProperty({ enum: OBSTACLES, nullable: true })
  obstacle: Obstacle | null;
  /** Why it waits, in a sentence. */
  reason: string;
}
