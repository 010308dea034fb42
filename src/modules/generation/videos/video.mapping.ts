import type { VideoProvider } from '../domain/provider';
import { videoStatus } from '../domain/video-words';
import type { GenerationEntity } from '../generation.entity';
import type { ModelView, VideoErrorView, VideoListView, VideoView } from './video.dto';

/** What of a clip that API speaks of; a clip just asked for and one in the database are the same to it. */
export type Shown = Pick<
  GenerationEntity,
  | 'id'
  | 'state'
  | 'prompt'
  | 'seconds'
  | 'width'
  | 'height'
  | 'progress'
  | 'failureCode'
  | 'failureMessage'
  | 'finishedAt'
> & { readonly at: Date; readonly expiresAt: Date | null; readonly model: string };

const seconds = (at: Date): number => Math.floor(at.getTime() / 1_000);

const ENDED: Partial<Record<GenerationEntity['state'], string>> = {
  canceled: 'The video was canceled.',
  expired: 'The video waited too long and was given up. Nothing was charged.',
};

function errorOf({ state, failureCode, failureMessage }: Shown): VideoErrorView | null {
  if (videoStatus(state) !== 'failed') return null;
  const message = failureMessage ?? ENDED[state] ?? 'The video could not be made. Nothing was charged.';
  return { code: failureCode ?? state, message };
}

export function videoView(clip: Shown): VideoView {
  return {
    id: clip.id,
    object: 'video',
    model: clip.model,
    status: videoStatus(clip.state),
    progress: clip.state === 'succeeded' ? 100 : Math.min(99, Math.floor(clip.progress / 10)),
    created_at: seconds(clip.at),
    completed_at: clip.state === 'succeeded' && clip.finishedAt !== null ? seconds(clip.finishedAt) : null,
    expires_at: clip.expiresAt === null ? null : seconds(clip.expiresAt),
    prompt: clip.prompt,
    size: `${clip.width}x${clip.height}`,
    seconds: String(clip.seconds),
    remixed_from_video_id: null,
    error: errorOf(clip),
  };
}

export function videoListView(data: VideoView[], hasMore: boolean): VideoListView {
  return {
    object: 'list',
    data,
    first_id: data[0]?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
    has_more: hasMore,
  };
}

export function modelView({ model, kind, key }: Pick<VideoProvider, 'model' | 'kind' | 'key'>): ModelView {
  return { id: model, object: 'model', created: 0, owned_by: kind === 'procedural' ? 'atelier' : key };
}
