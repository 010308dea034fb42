import type { MarkPlace } from '../../program/contract';

/**
 * The port every renderer stands behind. A provider turns one request into one video and knows nothing of credits,
 * artists or queues. Outcomes are values from closed lists: a provider never throws for something a vendor said.
 */

export const ASPECTS = ['16:9', '9:16', '1:1', '2.39:1'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** Named by the short side of a 16:9 or 9:16 frame, in pixels. */
export const RESOLUTIONS = ['360p', '480p', '720p', '1080p'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

export const STYLES = ['none', 'cinematic', 'film35', 'noir', 'neon', 'watercolor', 'anime'] as const;
export type Style = (typeof STYLES)[number];

export const FRAME_RATES = [24, 25, 30] as const;
export type FrameRate = (typeof FRAME_RATES)[number];

/** The visible mark burnt into the picture: who made it possible, and a line saying what the picture is. */
export interface VisibleMark {
  readonly text: string;
  readonly place: MarkPlace;
}

/** What a provider is asked for. Lengths in seconds, sizes in pixels (always even). */
export interface VideoRequest {
  /** Stable over retries: a provider that supports it uses this to recognise a repeated submit. */
  readonly requestId: string;
  readonly prompt: string;
  readonly negativePrompt: string | null;
  readonly style: Style;
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
  readonly fps: FrameRate;
  /** 0 … 2^32 - 1 */
  readonly seed: number;
  readonly draft: boolean;
  /** `null` leaves the picture unmarked; what a provider says of itself is burnt in regardless. */
  readonly mark: VisibleMark | null;
}

export interface ProviderLimits {
  readonly minSeconds: number;
  readonly maxSeconds: number;
  readonly maxWidth: number;
  readonly maxHeight: number;
  readonly frameRates: readonly FrameRate[];
  readonly styles: readonly Style[];
  readonly maxPromptLength: number;
}

/** A provider's own reference for one submitted request. Stored before the first check. */
export type Ticket = string;

/** Why a render did not come out. `CONTENT_POLICY` and `INVALID_INPUT` are never retried. */
export const FAILURE_CODES = [
  'CONTENT_POLICY',
  'INVALID_INPUT',
  'AUTH',
  'QUOTA',
  'RATE_LIMITED',
  'TRANSIENT',
  'TIMEOUT',
  'BAD_OUTPUT',
  'CANCELLED',
  'UNKNOWN',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** Paths of local files. `poster` and `sheet` are present when the provider made them in its own encoding pass. */
export interface RenderedFiles {
  readonly video: string;
  readonly poster: string | null;
  readonly sheet: string | null;
  /**
   * Made by our own code, in one pass with mark, poster and sheet: encoded once, not decoded again. Never set for a file
   * that came from outside.
   */
  readonly isFinished?: true;
}

export type ProviderCheck =
  | { readonly state: 'running'; /** 0 … 1, never falling */ readonly progress: number }
  | { readonly state: 'done'; readonly files: RenderedFiles; readonly cpuSeconds: number | null }
  | { readonly state: 'failed'; readonly code: FailureCode; readonly message: string }
  /** The provider has no memory of this ticket (its process died, its records expired). */
  | { readonly state: 'unknown' };

export interface VideoProvider {
  readonly key: string;
  /** What the picture is: said to the artist, burnt in, and written into provenance. */
  readonly kind: 'procedural' | 'model';
  /** Version of the model or renderer, written into every clip's metadata. */
  readonly model: string;
  readonly limits: ProviderLimits;
  /** Expected wall-clock seconds on an idle worker; the start of ETA and of the deadline. */
  estimateSeconds(request: VideoRequest): number;
  /** Why this provider cannot run at all at present, or `null`. Shown in readiness. */
  unavailable(): Promise<string | null>;
  /** Begins the work. A repeated `requestId` while the first is still known returns the same ticket. */
  submit(request: VideoRequest): Promise<Ticket>;
  check(ticket: Ticket): Promise<ProviderCheck>;
  /** Asks to stop. Idempotent; an unknown ticket is not an error. */
  cancel(ticket: Ticket): Promise<void>;
  /** Forgets the ticket and removes its local files, once the caller has stored them. Idempotent. */
  discard(ticket: Ticket): Promise<void>;
}
