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

export type Parameter = string | number | boolean;

export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

export interface ReferencePicture {
  readonly contentType: PictureType;
  readonly content: Uint8Array;
}

/** Wishes that not every provider can grant. What cannot be granted is said at the quote, never dropped in silence. */
export const WISHES = ['seed', 'negativePrompt', 'style', 'reference', 'fps', 'draft'] as const;
export type Wish = (typeof WISHES)[number];

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
  /** A picture to start from, as a local file; only for a provider that honours `reference`. */
  readonly reference: ReferencePicture | null;
  /** What the style asks of this provider beyond words; names are the vendor's own. */
  readonly parameters: Readonly<Record<string, Parameter>>;
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
  /** `1280x720`: the only sizes there are. Absent: every size up to the largest. */
  readonly sizes?: readonly string[];
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

/** What a vendor said no with, in our words. */
export interface Failure {
  readonly state: 'failed';
  readonly code: FailureCode;
  readonly message: string;
  /** Seconds the vendor asks to be left alone for. */
  readonly retryAfter?: number | null;
}

export type Submission =
  | { readonly state: 'accepted'; readonly ticket: Ticket }
  | Failure
  /** The answer was lost: the vendor may have begun. Never submitted again before `reconcile` has said so. */
  | { readonly state: 'unknown'; readonly message: string };

export type ProviderCheck =
  | { readonly state: 'running'; /** 0 … 1, never falling */ readonly progress: number }
  | { readonly state: 'done'; readonly files: RenderedFiles; readonly cpuSeconds: number | null }
  /** The clip lies at the vendor; `fetch` brings it here. */
  | { readonly state: 'ready' }
  | Failure
  /** The look itself failed: nothing is known of the clip, and it is looked at again. */
  | { readonly state: 'unclear'; readonly failure: Failure }
  /** The provider has no memory of this ticket (its process died, its records expired). */
  | { readonly state: 'unknown' };

export interface VideoProvider {
  readonly key: string;
  /** What the picture is: said to the artist, burnt in, and written into provenance. */
  readonly kind: 'procedural' | 'model';
  /** Version of the model or renderer, written into every clip's metadata. */
  readonly model: string;
  readonly limits: ProviderLimits;
  /** The wishes it grants. */
  readonly honours: readonly Wish[];
  /** `here`: in a worker that stays with it. `elsewhere`: submit, then a look now and then. */
  readonly runs: 'here' | 'elsewhere';
  /** Expected wall-clock seconds on an idle worker; the start of ETA and of the deadline. */
  estimateSeconds(request: VideoRequest): number;
  /** Why this provider cannot run at all at present, or `null`. Shown in readiness. */
  unavailable(): Promise<string | null>;
  /**
   * Begins the work. `here`: a repeated `requestId` while the first is still known returns the same ticket. `elsewhere`:
   * nobody submits twice; an answer that was lost is looked for by `reconcile`.
   */
  submit(request: VideoRequest): Promise<Submission>;
  check(ticket: Ticket): Promise<ProviderCheck>;
  /** Asks to stop. Idempotent; an unknown ticket is not an error. */
  cancel(ticket: Ticket): Promise<void>;
  /** Forgets the ticket and removes its local files, once the caller has stored them. Idempotent. */
  discard(ticket: Ticket): Promise<void>;
}

/** What became of a submit whose answer was lost. */
export type Reconciled =
  | { readonly state: 'found'; readonly ticket: Ticket }
  /** The vendor surely has no such request: it may be submitted again. */
  | { readonly state: 'absent' }
  /** It cannot be told, now or ever. */
  | { readonly state: 'unsure'; readonly message: string };

export type Fetched =
  | { readonly state: 'fetched'; readonly video: string }
  | Failure
  /** It may work a little later. */
  | { readonly state: 'unclear'; readonly failure: Failure };

export interface LostSubmit {
  readonly request: VideoRequest;
  readonly sentAt: Date;
  /** Tickets of this provider that belong to other requests. */
  readonly taken: readonly Ticket[];
}

/** A provider that renders on machines of its own: nobody waits with it. */
export interface HostedProvider extends VideoProvider {
  readonly runs: 'elsewhere';
  /** Renders that may be under way there at once. */
  readonly places: number;
  /** The least number of seconds between two looks at one ticket. */
  readonly checkSeconds: number;
  /** Asks the vendor, without cost, whether it would serve us: why not, or `null`. Shown to staff. */
  selfTest(): Promise<string | null>;
  /** Looks for a request whose answer was lost. */
  reconcile(lost: LostSubmit): Promise<Reconciled>;
  /** Brings the finished clip to a new file below `folder`. */
  fetch(ticket: Ticket, folder: string): Promise<Fetched>;
  /** The ticket that a webhook speaks of, once its signature is verified; `null` for anything else. */
  ticketOfWebhook?(hook: Webhook): Promise<Ticket | null>;
}

export interface Webhook {
  readonly headers: Readonly<Record<string, string>>;
  /** As it arrived, byte for byte: what was signed. */
  readonly body: string;
}

export function isHosted(provider: VideoProvider): provider is HostedProvider {
  return provider.runs === 'elsewhere';
}
