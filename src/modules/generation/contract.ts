import { eventKind } from '../../kernel/event';
import { refusals } from '../../kernel/refusal';
import type { GenerationState, GenerationVerb } from './domain/generation.workflow';
import type { Aspect, FrameRate, Resolution } from './domain/provider';
import type { UnusableReason } from './domain/unusable';

export {
  GENERATION_STATES,
  generationWorkflow,
  isEnd,
  isUnderWay,
  isWaiting,
  type GenerationState,
  type GenerationVerb,
} from './domain/generation.workflow';
export {
  ASPECTS,
  FRAME_RATES,
  RESOLUTIONS,
  STYLES,
  type Aspect,
  type FrameRate,
  type Resolution,
  type Style,
} from './domain/provider';
export { UNUSABLE_REASON_CODES, type UnusableReason } from './domain/unusable';
export type { FaultCode } from './domain/faults';

export const generationRefusals = refusals('generation', {
  queue_full: {
    kind: 'conflict',
    says: 'You have as many clips under way and waiting as your plan allows. Wait for one to finish, or cancel one.',
  },
  no_provider: {
    kind: 'unavailable',
    says: 'No renderer is available at present. Nothing was charged. Try again later.',
  },
  not_a_keeper: {
    kind: 'conflict',
    says: 'Mark this clip as a keeper first. Only keepers can be offered for sharing.',
  },
  not_finished: {
    kind: 'conflict',
    says: 'This is possible only with a finished clip. Wait until it has succeeded.',
  },
  is_keeper: {
    kind: 'conflict',
    says: 'You keep this clip, so it is usable and paid. Take the keeper mark back first.',
  },
  marked_unusable: {
    kind: 'conflict',
    says: 'You have marked this clip unusable and have its credits back, so it cannot be a keeper any more.',
  },
  withheld: {
    kind: 'forbidden',
    says: 'The key that asked for this clip is in quarantine, and this clip with it. You hear of it when somebody has looked at the incident.',
  },
  not_a_draft: { kind: 'conflict', says: 'This clip is a final already. Only drafts can be promoted.' },
  no_style: {
    kind: 'invalid',
    status: 422,
    says: 'There is no such style, or it is no longer offered. Choose one of the gallery.',
  },
  no_reference: {
    kind: 'invalid',
    status: 422,
    says: 'There is no such reference picture of yours. Upload it first.',
  },
  no_parent: { kind: 'invalid', status: 422, says: 'There is no such clip of yours to start from.' },
  bad_picture: {
    kind: 'invalid',
    status: 422,
    says: 'This is not a picture that can be used. Send a PNG, JPEG or WebP of at most 8 MB, 64 to 4096 pixels a side.',
  },
  bad_style: { kind: 'invalid', status: 422, says: 'This style cannot be saved as it is.' },
  style_published: {
    kind: 'conflict',
    says: 'A published version does not change. Make a new version of this style.',
  },
  style_draft_exists: {
    kind: 'conflict',
    says: 'There is a draft of this style already. Change that one, or retire it first.',
  },
  worker_protocol: {
    kind: 'invalid',
    status: 400,
    says: 'Send the header Atelier-Worker-Protocol: 1. Other versions of the worker protocol are not spoken here.',
  },
  pool_unknown: {
    kind: 'invalid',
    says: 'The pool of this worker key does not exist in this installation. Make a key for one that does.',
  },
  no_intake: {
    kind: 'unavailable',
    says: 'Files from outside need ffmpeg 5 or newer on the server, and there is none. Install it, then register again.',
  },
  worker_held: {
    kind: 'conflict',
    says: 'This worker was stopped by a person or by the clock. A manager lets it work again under Workers.',
  },
  lease_lost: {
    kind: 'conflict',
    says: 'This worker does not hold this clip under this fence (any more). Stop working on it and drop what was made.',
  },
  upload_missing: {
    kind: 'invalid',
    says: 'No file was uploaded for this clip under this fence. Ask for an upload address and send the file first.',
  },
  upload_differs: {
    kind: 'invalid',
    says: 'The uploaded file has another length or checksum than declared. Upload it again; the lease goes on.',
  },
  media_unfit: {
    kind: 'invalid',
    says: 'The uploaded file is not what was ordered. The attempt has failed and the clip is no longer yours.',
  },
  no_manifest: {
    kind: 'not_found',
    says: 'The file of this clip carries no signed provenance record.',
  },
  bad_param: { kind: 'invalid', says: 'A value is not acceptable. The message names it.' },
  no_model: {
    kind: 'not_found',
    says: 'There is no model of this name. `GET /v1/models` lists those there are.',
  },
  is_kept: {
    kind: 'conflict',
    says: 'You keep this clip, so its files are not removed. Take the keeper mark back first.',
  },
  in_use: {
    kind: 'conflict',
    says: 'This clip is needed: it is published, offered for sharing, under appeal, part of feedback that is open or unpaid, or you are leaving. Its files stay until that is over.',
  },
  too_large: { kind: 'invalid', status: 413, says: 'This file is larger than what can be looked at.' },
  verify_busy: {
    kind: 'unavailable',
    says: 'Several files are being looked at already. Try again in a moment, or ask by hash.',
  },
  no_file: {
    kind: 'not_found',
    says: 'This clip has no files: it is not finished, did not succeed, or its files were removed.',
  },
});

export interface GenerationMoved {
  readonly generationId: string;
  readonly enrollmentId: string;
  readonly programId: string;
  readonly personId: string;
  readonly verb: GenerationVerb;
  readonly from: GenerationState;
  readonly to: GenerationState;
}
/** Told when a clip reaches one of its ends. Steps on the way are in the row and its history; nobody acts on them. */
export const generationMoved = eventKind<GenerationMoved>('generation.generation_moved');

export interface EtaMissed {
  readonly generationId: string;
  readonly enrollmentId: string;
  readonly programId: string;
  readonly personId: string;
  /** Seconds from submit by which nine of ten such clips were said to be finished. */
  readonly promisedSeconds: number;
  readonly actualSeconds: number;
}
/** Told to each manager when a worker lost so many clips that it gets no more until somebody has looked at it. */
export interface WorkerHeld {
  readonly personId: string;
  readonly workerId: string;
  readonly name: string;
  readonly losses: number;
}
export const workerHeld = eventKind<WorkerHeld>('generation.worker_held');

/** Told to each manager when the nightly look at stored files has found some that are not what was delivered. */
export interface FilesBad {
  readonly personId: string;
  readonly bad: number;
  readonly checked: number;
}
export const filesBad = eventKind<FilesBad>('generation.files_bad');

/** Told to an artist, once a week at most: which of their clips go into the bin, and when. */
export interface ClipsGoing {
  readonly personId: string;
  readonly count: number;
  readonly bytes: number;
  /** When the first of them goes; RFC 3339, as in `named`. */
  readonly firstAt: string;
  /** The first ones. */
  readonly named: readonly { readonly id: string; readonly prompt: string; readonly goesAt: string }[];
}
export const clipsGoing = eventKind<ClipsGoing>('generation.clips_going');

/** Told when a clip was delivered more than a minute later than the first p90 that was said of it. */
export const etaMissed = eventKind<EtaMissed>('generation.eta_missed');

/** An artist marked a clip unusable and has its credits back: evidence that is worth reading. */
export interface MarkedUnusable {
  readonly generationId: string;
  readonly programId: string;
  readonly personId: string;
  readonly reason: UnusableReason;
  /** The reason as published, in words. */
  readonly reasonText: string;
  readonly note: string | null;
  /** How it was made. */
  readonly clip: Pick<
    GenerationCard,
    'model' | 'provider' | 'style' | 'seconds' | 'resolution' | 'aspect' | 'fps' | 'draft' | 'prompt' | 'seed'
  >;
}
export const markedUnusable = eventKind<MarkedUnusable>('generation.marked_unusable');

export const FILE_KINDS = ['video', 'poster', 'sheet'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Blob keys of a finished clip; `sha256` and `bytes` are those of the video. */
export interface GenerationFiles {
  readonly video: string;
  readonly poster: string;
  readonly sheet: string;
  readonly sha256: string;
  readonly bytes: bigint;
}

/** What other modules may know of a generation. */
export interface GenerationCard {
  readonly id: string;
  readonly batchId: string;
  readonly enrollmentId: string;
  readonly programId: string;
  readonly personId: string;
  readonly state: GenerationState;
  readonly prompt: string;
  readonly style: string;
  readonly seconds: number;
  readonly resolution: Resolution;
  readonly aspect: Aspect;
  readonly width: number;
  readonly height: number;
  readonly fps: FrameRate;
  readonly seed: number;
  readonly draft: boolean;
  readonly isKeeper: boolean;
  readonly provider: string;
  /** Version of the model or renderer that made it; `null` until it has succeeded. */
  readonly model: string | null;
  readonly files: GenerationFiles | null;
}
