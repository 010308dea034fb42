import type { Schemas } from '../../api/client';

export type Request = Schemas['GenerationInput'];

/** The form's values: number fields are empty words while nothing stands in them. */
export interface RequestDraft {
  prompt: string;
  negativePrompt: string;
  style: Request['style'];
  seconds: number;
  resolution: Request['resolution'];
  fps: Request['fps'];
  aspect: Request['aspect'];
  variations: number | '';
  seed: number | '';
  draft: boolean;
}

export const STYLES: readonly { value: Request['style']; label: string }[] = [
  { value: 'none', label: 'No style' },
  { value: 'cinematic', label: 'Cinematic' },
  { value: 'film35', label: '35 mm film' },
  { value: 'noir', label: 'Noir' },
  { value: 'neon', label: 'Neon' },
  { value: 'watercolor', label: 'Watercolour' },
  { value: 'anime', label: 'Anime' },
];
export const RESOLUTIONS: readonly Request['resolution'][] = ['360p', '480p', '720p', '1080p'];
export const ASPECTS: readonly Request['aspect'][] = ['16:9', '9:16', '1:1', '2.39:1'];

const START: RequestDraft = {
  prompt: '',
  negativePrompt: '',
  style: 'cinematic',
  seconds: 6,
  resolution: '720p',
  fps: 24,
  aspect: '16:9',
  variations: 1,
  seed: '',
  draft: true,
};

/** What the API takes. */
export function toRequest({ negativePrompt, variations, seed, ...rest }: RequestDraft): Request {
  return {
    ...rest,
    variations: variations === '' ? 1 : variations,
    ...(negativePrompt.trim() === '' ? {} : { negativePrompt }),
    ...(seed === '' ? {} : { seed }),
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

/** The request behind a clip, to be made again with changes. */
export function draftFrom(clip: Schemas['GenerationView']): RequestDraft {
  const { prompt, negativePrompt, style, seconds, resolution, fps, aspect, seed, draft } = clip;
  return {
    prompt,
    negativePrompt: negativePrompt ?? '',
    style,
    seconds,
    resolution,
    fps,
    aspect,
    seed,
    draft,
    variations: 1,
  };
}
