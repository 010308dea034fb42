import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsNumber, IsOptional, Max, Min } from 'class-validator';
import { CIRCUIT_STATES, type CircuitState } from '../domain/circuit.workflow';
import { WISHES, type Wish } from '../domain/provider';

export class ProviderErrorView {
  /** Of the closed list of outcomes. */
  code: string;
  /** What the vendor said. */
  message: string;
  /** RFC 3339. */
  at: string;
}

export class ProviderLimitsView {
  /** The shortest clip. */
  minSeconds: number;
  /** The longest clip. */
  maxSeconds: number;
  /** Pixels. */
  maxWidth: number;
  /** Pixels. */
  maxHeight: number;
  /** Frames per second it can make. */
  @ApiProperty({ type: [Number] })
  frameRates: number[];
  /** The only sizes, such as `1280x720`; empty: any. */
  @ApiProperty({ type: [String] })
  sizes: string[];
}

export class ProviderView {
  /** Its name in requests and settings. */
  key: string;
  /** `procedural` or `model`. */
  kind: string;
  /** Version of the model or renderer. */
  model: string;
  /** The pool whose workers run it. */
  pool: string;
  /** `here`: in our own workers. `elsewhere`: at a vendor or on a server of its own. */
  runs: string;
  /** Clips that may be under way at once; `null`: as many as its pool has workers. */
  @ApiProperty({ type: Number, nullable: true })
  places: number | null;
  /** Its circuit, the same for all processes. */
  @ApiProperty({ enum: CIRCUIT_STATES })
  state: CircuitState;
  /** What the caller may do now: `pause`, `resume`. */
  @ApiProperty({ type: [String] })
  available: string[];
  /** What somebody should do about its state; `null`: nothing. */
  @ApiProperty({ type: String, nullable: true })
  advice: string | null;
  /** While one is pinned, clips go nowhere else. */
  isPinned: boolean;
  /** Above 1: preferred. */
  weight: number;
  /** Takes no new clips; what waits is still made. */
  isDraining: boolean;
  @ApiProperty({ enum: WISHES, isArray: true })
  honours: Wish[];
  @ApiProperty({ type: ProviderLimitsView })
  limits: ProviderLimitsView;
  /** In a row. */
  failures: number;
  /** When it is tried again; RFC 3339. */
  @ApiProperty({ type: String, nullable: true })
  retryAt: string | null;
  /** Until when it asked to be left alone; RFC 3339. */
  @ApiProperty({ type: String, nullable: true })
  holdUntil: string | null;
  @ApiProperty({ type: ProviderErrorView, nullable: true })
  lastError: ProviderErrorView | null;
  /** When a clip last came out; RFC 3339. */
  @ApiProperty({ type: String, nullable: true })
  succeededAt: string | null;
  /** What the last self-test found wrong; `null`: it can run. */
  @ApiProperty({ type: String, nullable: true })
  ailment: string | null;
  /** When it was last tested; RFC 3339. */
  @ApiProperty({ type: String, nullable: true })
  checkedAt: string | null;
  /** Clips that are there now. */
  open: number;
  /** Of these, submits whose answer was lost and whose fate is being found out. */
  doubtful: number;
}

export class ProviderListView {
  @ApiProperty({ type: [ProviderView] })
  items: ProviderView[];
}

export class ProviderSettingsBody {
  /** Clips go to pinned ones only. */
  @IsOptional()
  @IsBoolean()
  isPinned?: boolean;

  /** 0.1 … 100; 1 is neutral. */
  @IsOptional()
  @IsNumber({ allowNaN: false, allowInfinity: false })
  @Min(0.1)
  @Max(100)
  weight?: number;

  /** Takes no new clips. */
  @IsOptional()
  @IsBoolean()
  isDraining?: boolean;
}

export class CircuitMoveView {
  /** What was done. */
  verb: string;
  /** From which state. */
  from: string;
  /** To which state. */
  to: string;
  /** Who did it; `system`: Atelier itself. */
  actorId: string;
  /** The failure behind it, if any. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  /** RFC 3339. */
  at: string;
}

export class CircuitHistoryView {
  @ApiProperty({ type: [CircuitMoveView] })
  items: CircuitMoveView[];
}

export class LeaseView {
  /** The clip. */
  generationId: string;
  /** Who has the right to it. */
  worker: string;
  /** Who makes it. */
  provider: string;
  /** `processing` or `finishing`. */
  state: string;
  /** 0 … 1000 */
  progress: number;
  /** RFC 3339. */
  takenAt: string;
  /** Until when the right lasts without a sign of life; RFC 3339. */
  expiresAt: string;
  /** When the clip is stopped uncharged; RFC 3339. */
  deadlineAt: string;
}

export class LeaseListView {
  @ApiProperty({ type: [LeaseView] })
  items: LeaseView[];
}
