import type { Failure, FailureCode, LostSubmit, ProviderCheck, VideoRequest } from '../../domain/provider';
import { codeOfWords, record, text, wordsIn, type HttpFault } from '../answers.mapping';

/** `plain`: the published fields only. `vllm`: with those that vLLM-Omni and its kin take besides. */
export const DIALECTS = ['plain', 'vllm'] as const;
export type Dialect = (typeof DIALECTS)[number];

/** One job as `GET /videos/{id}` shows it; only what we rely on. */
export interface Video {
  readonly id: string;
  readonly status: string;
  readonly progress: number;
  readonly createdAt: number;
  readonly prompt: string | null;
  readonly size: string | null;
  readonly seconds: string | null;
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** `null` for anything that is no video job. */
export function videoOf(body: unknown): Video | null {
  const it = record(body);
  const id = text(it.id);
  const status = text(it.status);
  if (id === null || status === null) return null;
  const error = record(it.error);
  return {
    id,
    status,
    progress: typeof it.progress === 'number' ? it.progress : 0,
    createdAt: typeof it.created_at === 'number' ? it.created_at : 0,
    prompt: text(it.prompt),
    size: text(it.size),
    seconds: it.seconds === undefined ? null : wordsIn(it.seconds) || String(Number(it.seconds)),
    error:
      text(error.message) === null ? null : { code: wordsIn(error.code), message: wordsIn(error.message) },
  };
}

/** The fields of a submit, reference picture apart. */
export function formOf(request: VideoRequest, model: string, dialect: Dialect): [string, string][] {
  const { width, height } = request;
  const plain: [string, string][] = [
    ['model', model],
    ['prompt', request.prompt],
    ['size', `${width}x${height}`],
    ['seconds', String(request.seconds)],
  ];
  if (dialect === 'plain') return plain;
  const more: [string, string][] = [
    ['fps', String(request.fps)],
    ['num_frames', String(request.seconds * request.fps)],
    ['seed', String(request.seed)],
  ];
  if (request.negativePrompt !== null) more.push(['negative_prompt', request.negativePrompt]);
  if (Object.keys(request.parameters).length > 0)
    more.push(['extra_params', JSON.stringify(request.parameters)]);
  return [...plain, ...more];
}

function failedOf({ error }: Video): Failure {
  const words = `${error?.code ?? ''} ${error?.message ?? ''}`;
  const code = codeOfWords(words) ?? (/invalid/i.test(words) ? 'INVALID_INPUT' : 'UNKNOWN');
  return { state: 'failed', code, message: error?.message ?? 'The renderer gave no reason.' };
}

export function checkOf(video: Video): ProviderCheck {
  switch (video.status) {
    case 'completed':
      return { state: 'ready' };
    case 'failed':
      return failedOf(video);
    case 'cancelled':
    case 'canceled':
      return { state: 'failed', code: 'CANCELLED', message: 'The renderer was told to stop.' };
    default:
      return { state: 'running', progress: Math.min(1, Math.max(0, video.progress / 100)) };
  }
}

/** What the words of a refusing answer say; `undefined` leaves it to the status. */
export function codeOfRefusal({ body, status }: HttpFault): FailureCode | undefined {
  const error = record(record(body).error);
  const code = codeOfWords(wordsIn(error.code, error.type, error.message));
  return code === 'TRANSIENT' && status < 500 ? undefined : (code ?? undefined);
}

const CLOCK_SKEW_SECONDS = 120;

/** The job that a lost submit has begun: the oldest that asks for the same, is no older, and belongs to nobody. */
export function findLost(videos: readonly Video[], { request, sentAt, taken }: LostSubmit): Video | null {
  const since = sentAt.getTime() / 1_000 - CLOCK_SKEW_SECONDS;
  const size = `${request.width}x${request.height}`;
  const same = videos.filter(
    (video) =>
      video.prompt === request.prompt &&
      (video.size === null || video.size === size) &&
      (video.seconds === null || Number(video.seconds) === request.seconds) &&
      video.createdAt >= since &&
      !taken.includes(video.id),
  );
  return same.toSorted((a, b) => a.createdAt - b.createdAt)[0] ?? null;
}
