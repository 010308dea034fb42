import type { Failure, FailureCode, LostSubmit, ProviderCheck } from '../../domain/provider';
import { codeOfWords, record, text, wordsIn, type HttpFault } from '../answers.mapping';
import type { Template } from '../domain/template';

export const REPLICATE_INPUT: Template = {
  prompt: '{prompt}',
  negative_prompt: '{negativePrompt}',
  seed: '{seed}',
  aspect_ratio: '{aspect}',
  resolution: '{resolution}',
  num_frames: '{frames}',
  frames_per_second: '{fps}',
  image: '{reference}',
};

export interface Prediction {
  readonly id: string;
  readonly status: string;
  readonly createdAt: number;
  readonly input: Readonly<Record<string, unknown>>;
  readonly error: string | null;
  readonly logs: string;
  readonly link: string | null;
  readonly isRemoved: boolean;
}

function linkOf(output: unknown): string | null {
  if (Array.isArray(output)) return linkOf(output[0]);
  if (typeof output === 'object' && output !== null)
    return text(record(output).video) ?? text(record(output).url);
  return text(output);
}

/** `null` for anything that is no prediction. */
export function predictionOf(body: unknown): Prediction | null {
  const it = record(body);
  const id = text(it.id);
  const status = text(it.status);
  if (id === null || status === null) return null;
  return {
    id,
    status,
    createdAt: Date.parse(text(it.created_at) ?? '') || 0,
    input: record(it.input),
    error: text(it.error),
    logs: text(it.logs) ?? '',
    link: linkOf(it.output),
    isRemoved: it.data_removed === true,
  };
}

/** Codes of the platform: memory, start-up and the like pass; the rest is up to the words. */
const PASSES = /\bE(1001|8765|9243|6716|4875)\b|director|interrupted/i;

function failedOf({ error }: Prediction): Failure {
  const words = error ?? '';
  const code = PASSES.test(words) ? 'TRANSIENT' : (codeOfWords(words) ?? 'UNKNOWN');
  const isPolicy = /\bE005\b/.test(words);
  return {
    state: 'failed',
    code: isPolicy ? 'CONTENT_POLICY' : code,
    message: words.slice(0, 500) || 'No reason was given.',
  };
}

/** The last percentage in the logs of a run, 0 … 1. */
export function progressOf(logs: string): number {
  const last = [...logs.matchAll(/(\d{1,3})%\|/g)].at(-1)?.[1];
  return last === undefined ? 0.05 : Math.min(1, Number(last) / 100);
}

export function checkOf(prediction: Prediction): ProviderCheck {
  switch (prediction.status) {
    case 'succeeded':
      if (prediction.isRemoved)
        return {
          state: 'failed',
          code: 'BAD_OUTPUT',
          message: 'The finished clip was removed before it could be fetched.',
        };
      if (prediction.link === null)
        return { state: 'failed', code: 'BAD_OUTPUT', message: 'The result names no video.' };
      return { state: 'ready' };
    case 'failed':
      return failedOf(prediction);
    case 'canceled':
      return { state: 'failed', code: 'CANCELLED', message: 'The renderer was told to stop.' };
    case 'aborted':
      return { state: 'failed', code: 'TIMEOUT', message: 'The renderer did not begin in time.' };
    case 'processing':
      return { state: 'running', progress: progressOf(prediction.logs) };
    default:
      return { state: 'running', progress: 0 };
  }
}

export function codeOfRefusal({ body }: HttpFault): FailureCode | undefined {
  const said = record(body);
  return codeOfWords(wordsIn(said.title, said.detail)) ?? undefined;
}

const CLOCK_SKEW_MS = 120_000;

/** The prediction that a lost submit has begun: it has the same input, is no older, and belongs to nobody. */
export function findLost(
  predictions: readonly Prediction[],
  input: Readonly<Record<string, unknown>>,
  { sentAt, taken }: LostSubmit,
): Prediction | null {
  const since = sentAt.getTime() - CLOCK_SKEW_MS;
  // A picture comes back under another name; everything else as it was sent.
  const names = Object.keys(input).filter((name) => !String(input[name]).startsWith('data:'));
  const same = predictions.filter(
    (one) =>
      one.createdAt >= since &&
      !taken.includes(one.id) &&
      names.every((name) => one.input[name] === input[name]),
  );
  return same.toSorted((a, b) => a.createdAt - b.createdAt)[0] ?? null;
}
