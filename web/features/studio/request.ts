import type { Schemas } from '../../api/client';

export type Request = Schemas['GenerationInput'];

/** The form's values: number fields are empty words while nothing stands in them. */
export interface RequestDraft {
  prompt: string;
  negativePrompt: string;
  /** Key of a style, or `none`. */
  style: string;
  referenceId: string | null;
  /** The clip that it remixes. */
  parentId: string | null;
  seconds: number;
  resolution: Request['resolution'];
  fps: Request['fps'];
  aspect: Request['aspect'];
  variations: number | '';
  seed: number | '';
  draft: boolean;
}

export const RESOLUTIONS: readonly Request['resolution'][] = ['360p', '480p', '720p', '1080p'];
export const ASPECTS: readonly Request['aspect'][] = ['16:9', '9:16', '1:1', '2.39:1'];

const START: RequestDraft = {
  prompt: '',
  negativePrompt: '',
  style: 'cinematic',
  referenceId: null,
  parentId: null,
  seconds: 6,
  resolution: '720p',
  fps: 24,
  aspect: '16:9',
  variations: 1,
  seed: '',
  draft: true,
};

/** What the API takes. */
export function toRequest({
  negativePrompt,
  variations,
  seed,
  referenceId,
  parentId,
  ...rest
}: RequestDraft): Request {
  return {
    ...rest,
    variations: variations === '' ? 1 : variations,
    ...(negativePrompt.trim() === '' ? {} : { negativePrompt }),
    ...(seed === '' ? {} : { seed }),
    ...(referenceId === null ? {} : { referenceId }),
    ...(parentId === null ? {} : { parentId }),
  };
}

const PLACE = 'atelier-request';

/** Kept at every keystroke, so that a closed tab loses nothing; a browser without storage begins anew. */
export function keepDraft(draft: RequestDraft): void {
  try {
    localStorage.setItem(PLACE, JSON.stringify(draft));
  } catch {
    // storage is full or off: nothing depends on it
  }
}

export function keptDraft(): RequestDraft {
  try {
    return { ...START, ...(JSON.parse(localStorage.getItem(PLACE) ?? '{}') as Partial<RequestDraft>) };
  } catch {
    return START;
  }
}

/** The request behind a clip, to be made again with changes: the new one is a remix of it. */
export function draftFrom(clip: Schemas['GenerationView']): RequestDraft {
  const { prompt, negativePrompt, style, seconds, resolution, fps, aspect, seed, draft, referenceId } = clip;
  return {
    prompt,
    negativePrompt: negativePrompt ?? '',
    style,
    referenceId,
    parentId: clip.id,
    seconds,
    resolution,
    fps,
    aspect,
    seed,
    draft,
    variations: 1,
  };
}
