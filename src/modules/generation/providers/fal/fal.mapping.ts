import type { FailureCode } from '../../domain/provider';
import { codeOfWords, record, text, wordsIn, type HttpFault } from '../answers.mapping';
import type { Template } from '../domain/template';

/** What most text-to-video endpoints take. */
export const FAL_INPUT: Template = {
  prompt: '{prompt}',
  negative_prompt: '{negativePrompt}',
  seed: '{seed}',
  aspect_ratio: '{aspect}',
  resolution: '{resolution}',
  num_frames: '{frames}',
  frames_per_second: '{fps}',
  image_url: '{reference}',
};

interface Detail {
  readonly type: string;
  readonly message: string;
}

function detailsOf(body: unknown): Detail[] {
  const { detail } = record(body);
  const list: unknown[] = Array.isArray(detail) ? detail : [];
  return list.map((one) => ({
    type: wordsIn(record(one).type),
    message: wordsIn(record(one).msg),
  }));
}

/** The code of a refusal by the model or by the queue; `undefined` leaves it to the status. */
export function codeOfRefusal({ body, status }: HttpFault): FailureCode | undefined {
  if (detailsOf(body).some(({ type }) => type === 'content_policy_violation')) return 'CONTENT_POLICY';
  const said = record(body);
  const kind = text(said.error_type) ?? '';
  if (kind === 'request_timeout' || kind === 'startup_timeout') return 'TIMEOUT';
  if (kind.startsWith('runner_')) return 'TRANSIENT';
  // Stopped there, by us or by somebody at the vendor's desk: it may come out next time.
  if (/\bcancell?ed\b/i.test(text(said.detail) ?? '')) return 'CANCELLED';
  const words = codeOfWords(`${text(said.detail) ?? ''} ${detailsOf(body)[0]?.type ?? ''}`);
  if (
    words === 'QUOTA' ||
    (status === 403 && words === null && /balance|locked/i.test(text(said.detail) ?? ''))
  )
    return 'QUOTA';
  return words ?? undefined;
}

/** The first thing the model says, or `null`. */
export function wordsOf({ body }: HttpFault): string | null {
  return text(detailsOf(body)[0]?.message);
}

/** Where the clip lies: `video.url` with nearly every model. */
export function linkOf(data: unknown): string | null {
  const it = record(data);
  const first: unknown = Array.isArray(it.videos) ? it.videos[0] : undefined;
  return text(record(it.video).url) ?? text(record(first).url) ?? text(it.video_url);
}
