import type { VideoRequest } from '../../domain/provider';
import { checkOf, codeOfRefusal, findLost, formOf, videoOf, type Video } from './openai.mapping';

const REQUEST: VideoRequest = {
  requestId: 'gen_1.1',
  prompt: 'a tide',
  negativePrompt: 'people',
  style: 'none',
  seconds: 5,
  width: 1280,
  height: 720,
  fps: 24,
  seed: 7,
  draft: false,
  reference: null,
  parameters: { steps: 20 },
  mark: null,
};
const video = (more: Partial<Video>): Video => ({
  id: 'v1',
  status: 'queued',
  progress: 0,
  createdAt: 1_000,
  prompt: 'a tide',
  size: '1280x720',
  seconds: '5',
  error: null,
  ...more,
});
const refusal = (status: number, code: string): Parameters<typeof codeOfRefusal>[0] => ({
  kind: 'status',
  status,
  retryAfter: null,
  body: { error: { code, message: '' } },
  text: '',
});

describe('the words of /v1/videos', () => {
  test('plain servers get the published fields only, others the rest too', () => {
    expect(Object.fromEntries(formOf(REQUEST, 'm', 'plain'))).toEqual({
      model: 'm',
      prompt: 'a tide',
      size: '1280x720',
      seconds: '5',
    });
    expect(Object.fromEntries(formOf(REQUEST, 'm', 'vllm'))).toMatchObject({
      seed: '7',
      negative_prompt: 'people',
      extra_params: '{"steps":20}',
    });
  });

  test('a job says how far it is, or why it failed', () => {
    expect(checkOf(video({ status: 'in_progress', progress: 40 }))).toEqual({
      state: 'running',
      progress: 0.4,
    });
    expect(checkOf(video({ status: 'completed' }))).toEqual({ state: 'ready' });
    const error = { code: 'content_policy_violation', message: 'No.' };
    expect(checkOf(video({ status: 'failed', error }))).toMatchObject({
      code: 'CONTENT_POLICY',
      message: 'No.',
    });
    expect(checkOf(video({ status: 'failed' }))).toMatchObject({ code: 'UNKNOWN' });
    expect(videoOf('<html>')).toBeNull();
  });

  test('a used up account is told apart from too many requests by its words', () => {
    expect(codeOfRefusal(refusal(429, 'insufficient_quota'))).toBe('QUOTA');
    expect(codeOfRefusal(refusal(429, 'rate_limit_exceeded'))).toBeUndefined();
  });

  test('a lost submit is the oldest of the same that is nobody’s and no older', () => {
    const lost = { request: REQUEST, sentAt: new Date(1_000_000), taken: ['v1'] };
    const later = video({ id: 'v3', createdAt: 1_002 });
    expect(findLost([later, video({ id: 'v2', createdAt: 1_001 }), video({})], lost)?.id).toBe('v2');
    expect(
      findLost([video({ id: 'v4', createdAt: 100 }), video({ id: 'v5', prompt: 'other' })], lost),
    ).toBeNull();
  });
});
