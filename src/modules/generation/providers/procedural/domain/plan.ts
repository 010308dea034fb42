import type { VideoRequest } from '../../../domain/provider';
import { firstMeaning, phrasePlaces, singularForms, wordsOf } from './prompt';
import { choose, between, randomFor } from './random';
import {
  CAMERA_WORDS,
  HUE_WORDS,
  PARTICLE_WORDS,
  SCENES,
  SCENE_WORDS,
  TIME_WORDS,
  WEATHER_WORDS,
  type CameraName,
  type ParticleName,
  type SceneName,
  type TimeName,
  type Vocabulary,
} from './vocabulary';

/** One uncut view. Frames count from the start of the clip. */
export interface Shot {
  readonly seed: string;
  readonly scene: SceneName;
  readonly time: TimeName;
  /** Degrees, or `null` for the colours of the hour. */
  readonly hue: number | null;
  readonly particles: ParticleName | null;
  readonly camera: CameraName;
  /** Pace of everything that moves, around 1. */
  readonly energy: number;
  readonly firstFrame: number;
  readonly endFrame: number;
}

/** Everything the frames follow from. Plain data: it crosses to the render threads as it is. */
export interface Plan {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly frames: number;
  readonly seed: number;
  readonly style: VideoRequest['style'];
  readonly draft: boolean;
  readonly shots: readonly Shot[];
  /** Length of a cross-fade between shots. */
  readonly fadeFrames: number;
}

export type PlanRequest = Pick<
  VideoRequest,
  'prompt' | 'negativePrompt' | 'style' | 'seconds' | 'width' | 'height' | 'fps' | 'seed' | 'draft'
>;

const SECONDS_PER_SHOT = 7;
const LONGEST_FADE_SECONDS = 0.8;
const UNNAMED_TIMES: readonly TimeName[] = ['dawn', 'day', 'dusk', 'night'];
const UNNAMED_CAMERAS: readonly CameraName[] = ['left', 'right', 'in', 'out'];

interface Reading {
  readonly scene: SceneName | null;
  readonly time: TimeName | null;
  readonly hue: number | null;
  readonly particles: ParticleName | null;
  readonly camera: CameraName | null;
}

/** What the words ask for; what they leave open is `null`. A meaning named in the negative prompt is not taken. */
export function readPrompt(prompt: string, negativePrompt: string | null): Reading {
  const unwanted = new Set(wordsOf(negativePrompt ?? '').flatMap(singularForms));
  const words = wordsOf(prompt).filter((word) => !singularForms(word).some((form) => unwanted.has(form)));
  const inPhrases = phrasePlaces(words, [SCENE_WORDS, TIME_WORDS, CAMERA_WORDS]);
  const meaning = <M>(vocabulary: Vocabulary<M>): M | null => firstMeaning(words, vocabulary);
  return {
    scene: meaning(SCENE_WORDS),
    time: meaning(TIME_WORDS) ?? meaning(WEATHER_WORDS),
    hue: firstMeaning(words, HUE_WORDS, inPhrases),
    particles: firstMeaning(words, PARTICLE_WORDS, inPhrases),
    camera: meaning(CAMERA_WORDS),
  };
}

/**
 * From request to plan. Style, size and draft do not enter the seeds: the same prompt and seed give the same composition
 * in every look and resolution, so a draft shows what the final will be.
 */
export function planOf(request: PlanRequest): Plan {
  const seed = `${request.seed}|${request.prompt.normalize('NFC').trim().toLowerCase()}`;
  const frames = Math.round(request.seconds * request.fps);
  const count = Math.max(1, Math.round(request.seconds / SECONDS_PER_SHOT));
  const reading = readPrompt(request.prompt, request.negativePrompt);
  const random = randomFor(`${seed}|plan`);
  const scene = reading.scene ?? choose(random, SCENES);
  const time = reading.time ?? choose(random, UNNAMED_TIMES);
  const shots = Array.from({ length: count }, (_, index): Shot => ({
    seed: `${seed}|${index}`,
    scene,
    time,
    hue: reading.hue,
    particles: reading.particles,
    camera: reading.camera ?? choose(random, UNNAMED_CAMERAS),
    energy: between(random, 0.7, 1.2),
    firstFrame: Math.round((index * frames) / count),
    endFrame: Math.round(((index + 1) * frames) / count),
  }));
  const fade = Math.min(LONGEST_FADE_SECONDS, request.seconds / count / 4);
  return {
    width: request.width,
    height: request.height,
    fps: request.fps,
    frames,
    seed: request.seed,
    style: request.style,
    draft: request.draft,
    shots,
    fadeFrames: Math.round(fade * request.fps),
  };
}
